// Containers of a standard library that is declared only: iterators that are classes of their own
// lead to the elements, and a parameter is what it is, however its type is spelled.
#include "declared_std.h"

namespace features {

struct Visit {
  int card;
  int branch;
};

void writtenThroughIterators() {
  std::vector<int> cards(2), shelves(2);
  *cards.begin() = scannedCard();
  send(cards.front()); // FLOW
  send(cards[1]);      // NO-FLOW
  *(shelves.begin() + 1) = scannedCard();
  send(shelves[0]);         // NO-FLOW
  send(shelves.begin()[1]); // FLOW
  auto last = shelves.end();
  --last;
  send(*last);                // FLOW
  send(*(shelves.end() - 2)); // NO-FLOW
}

void writtenInLoops() {
  std::vector<int> cards(2), numbers(2), shelves(2);
  for (int& each : cards)
    each = scannedCard();
  send(cards.back()); // FLOW
  for (auto at = numbers.begin(); at != numbers.end(); ++at)
    *at = scannedCard();
  send(numbers.back()); // FLOW
  for (int& each : shelves)
    each = 1;
  const std::vector<int>& seen = cards;
  for (int each : seen)
    send(each); // FLOW
  for (int each : shelves)
    send(each); // NO-FLOW
}

void members() {
  std::vector<Visit> visits(1);
  visits.begin()->card = scannedCard();
  send(visits.front().card);   // FLOW
  send(visits.front().branch); // NO-FLOW
  std::vector<Visit> more;
  more.push_back(Visit{scannedCard(), 1});
  for (Visit& each : more) {
    send(each.card);   // FLOW
    send(each.branch); // NO-FLOW
  }
}

void filled() {
  std::vector<int> cards(2, scannedCard()), shelves(2, 7), numbers;
  send(cards.front());   // FLOW
  send(shelves.front()); // NO-FLOW
  shelves.assign(3, scannedCard());
  send(shelves.back()); // FLOW
  shelves.assign(3, 1);
  send(shelves.back()); // NO-FLOW
  numbers.insert(numbers.begin(), 2, scannedCard());
  send(numbers.front()); // FLOW
}

void copiedRanges() {
  std::vector<int> cards{scannedCard()}, copy(cards.begin(), cards.end()), inserted, none;
  send(copy.front()); // FLOW
  inserted.insert(inserted.end(), cards.begin(), cards.end());
  send(inserted.front()); // FLOW
  send(*none.insert(none.begin(), scannedCard())); // FLOW
}

void arrays() {
  std::array<int, 2> cards = {{scannedCard(), 1}};
  send(cards[0]); // FLOW
  send(cards[1]); // NO-FLOW
  for (int each : cards)
    send(each); // FLOW
}

void bothEnds() {
  std::deque<int> cards;
  cards.push_front(scannedCard());
  cards.push_back(1);
  send(cards.front()); // FLOW
  send(cards.back());  // NO-FLOW
}

} // namespace features
