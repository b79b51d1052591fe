// Callbacks into algorithms: the element is the callback's argument, and what the callback returns
// or writes is kept.
#include "library.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

namespace features {

static int doubled(int number) {
  return number * 2;
}
static int none(int) {
  return 0;
}

void transformed() {
  std::vector<int> cards{scannedCard()}, shelves{1, 2}, out;
  std::transform(cards.begin(), cards.end(), std::back_inserter(out), doubled);
  send(out[0]); // FLOW
  std::vector<int> cleared(cards.size());
  std::transform(cards.begin(), cards.end(), cleared.begin(), none);
  send(cleared[0]); // NO-FLOW
  std::vector<int> plain(shelves.size());
  std::transform(shelves.begin(), shelves.end(), plain.begin(), [](int n) { return n + 1; });
  send(plain[0]); // NO-FLOW
}

void visited() {
  std::vector<int> cards{scannedCard()}, shelves{1, 2};
  std::for_each(cards.begin(), cards.end(), [](int card) {
    send(card); // FLOW
  });
  std::for_each(shelves.begin(), shelves.end(), [](int shelf) {
    send(shelf); // NO-FLOW
  });
  int lastSeen = 0;
  std::for_each(shelves.begin(), shelves.end(), [&](int shelf) { lastSeen = shelf; });
  send(lastSeen); // NO-FLOW
  std::for_each(cards.begin(), cards.end(), [&](int card) { lastSeen = card; });
  send(lastSeen); // FLOW
}

void changedInPlace() {
  std::vector<int> numbers{1, 2}, others{1, 2};
  std::for_each(numbers.begin(), numbers.end(), [](int& number) { number = scannedCard(); });
  send(numbers[0]); // FLOW
  send(others[0]);  // NO-FLOW
  std::generate(others.begin(), others.end(), [] { return scannedCard(); });
  send(others[1]); // FLOW
}

void folded() {
  std::vector<int> cards{scannedCard()}, shelves{1, 2};
  send(std::accumulate(cards.begin(), cards.end(), 0));                             // FLOW
  send(std::accumulate(shelves.begin(), shelves.end(), 0));                         // NO-FLOW
  send(std::accumulate(cards.begin(), cards.end(), 0, [](int, int) { return 1; })); // NO-FLOW
  std::string text =
      std::accumulate(cards.begin(), cards.end(), std::string(), [](std::string sum, int card) {
        return std::move(sum) + std::to_string(card);
      });
  send(text); // FLOW
}

void searched(const std::vector<Patron>& patrons) {
  auto found = std::find_if(patrons.begin(), patrons.end(),
                            [](const Patron& patron) { return patron.centsOwed > 0; });
  send(found->email);    // FLOW patron.email
  send(found->language); // NO-FLOW
  auto count = std::count_if(patrons.begin(), patrons.end(),
                             [](const Patron& patron) { return patron.centsOwed > 0; });
  send(count); // NO-FLOW
}

} // namespace features
