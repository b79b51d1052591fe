// Algorithms without callbacks: copying, moving, filling, ordering, searching, removing, and those
// on numbers and values.
#include "library.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

namespace features {

using Texts = std::vector<std::string>;

void copies() {
  Texts emails{enteredEmail()}, titles{"t"}, out(1), plain(1);
  std::copy(emails.begin(), emails.end(), out.begin());
  std::copy(titles.begin(), titles.end(), plain.begin());
  send(out[0]);   // FLOW
  send(plain[0]); // NO-FLOW
  std::copy_n(emails.begin(), 1, plain.begin());
  send(plain[0]); // FLOW
  Texts moved(1);
  std::move(emails.begin(), emails.end(), moved.begin());
  send(moved[0]); // FLOW
  Texts chosen;
  std::copy_if(out.begin(), out.end(), std::back_inserter(chosen),
               [](const std::string& text) { return !text.empty(); });
  send(chosen[0]); // FLOW
}

void fills() {
  Texts texts(3), others(3);
  std::fill(texts.begin(), texts.end(), enteredEmail());
  std::fill_n(others.begin(), 2, "x");
  send(texts[1]);  // FLOW
  send(others[1]); // NO-FLOW
  std::vector<int> numbers(3);
  std::iota(numbers.begin(), numbers.end(), scannedCard());
  send(numbers[2]); // FLOW
}

void orders() {
  Texts emails{"a", enteredEmail()}, titles{"b", "a"};
  std::sort(emails.begin(), emails.end());
  std::sort(titles.begin(), titles.end());
  send(emails[0]); // FLOW
  send(titles[0]); // NO-FLOW
  std::reverse(emails.begin(), emails.end());
  send(emails[1]); // FLOW
  std::rotate(titles.begin(), titles.begin() + 1, titles.end());
  send(titles[1]); // NO-FLOW
}

void searches() {
  Texts emails{enteredEmail()}, titles{"t"};
  auto email = std::find(emails.begin(), emails.end(), "a");
  send(*email); // FLOW
  auto title = std::find(titles.begin(), titles.end(), enteredEmail());
  send(*title);                                                        // NO-FLOW
  send(*std::max_element(emails.begin(), emails.end()));               // FLOW
  send(*std::lower_bound(titles.begin(), titles.end(), "s"));          // NO-FLOW
  send(std::count(emails.begin(), emails.end(), "a"));                 // NO-FLOW
  send(std::binary_search(emails.begin(), emails.end(), "a") ? 1 : 0); // NO-FLOW
}

void values() {
  int card = scannedCard(), shelf = shelfNumber();
  send(std::max(card, shelf));      // FLOW
  send(std::min(shelf, 3));         // NO-FLOW
  send(std::clamp(card, 1, 9));     // FLOW
  send(std::clamp(shelf, 1, 9));    // NO-FLOW
  send(std::abs(card));             // FLOW
  send(std::max({1, shelf, card})); // FLOW
  auto [low, high] = std::minmax(shelf, 4);
  send(low); // NO-FLOW
  std::swap(card, shelf);
  send(card);                    // NO-FLOW
  send(shelf);                   // FLOW
  send(std::exchange(shelf, 0)); // FLOW
  send(shelf);                   // NO-FLOW
}

void removals() {
  Texts emails{enteredEmail(), "a"}, titles{"t", "a"};
  emails.erase(std::remove(emails.begin(), emails.end(), "a"), emails.end());
  std::erase(titles, "a");
  send(emails[0]); // FLOW
  send(titles[0]); // NO-FLOW
  std::replace(titles.begin(), titles.end(), std::string("t"), enteredEmail());
  send(titles[0]); // FLOW
}

void sums() {
  std::vector<int> cards{scannedCard()}, shelves{1}, out(1);
  send(std::reduce(cards.begin(), cards.end()));                              // FLOW
  send(std::inner_product(shelves.begin(), shelves.end(), cards.begin(), 0)); // FLOW
  std::partial_sum(shelves.begin(), shelves.end(), out.begin());
  send(out[0]); // NO-FLOW
  std::partial_sum(cards.begin(), cards.end(), out.begin());
  send(out[0]); // FLOW
}

void scans() {
  std::vector<int> cards{scannedCard()}, shelves{1}, out(1), plain(1);
  auto twice = [](int n) { return n * 2; };
  auto one = [](int) { return 1; };
  auto add = [](int a, int b) { return a + b; };
  send(std::transform_reduce(cards.begin(), cards.end(), 0, add, twice));                // FLOW
  send(std::transform_reduce(cards.begin(), cards.end(), 0, add, one));                  // NO-FLOW
  send(std::transform_reduce(shelves.begin(), shelves.end(), 0, add, twice));            // NO-FLOW
  send(std::transform_reduce(cards.begin(), cards.end(), shelves.begin(), 0));           // FLOW
  send(std::transform_reduce(cards.begin(), cards.end(), shelves.begin(), 0, add, add)); // FLOW
  std::inclusive_scan(cards.begin(), cards.end(), out.begin());
  std::inclusive_scan(shelves.begin(), shelves.end(), plain.begin());
  send(out[0]);   // FLOW
  send(plain[0]); // NO-FLOW
  std::exclusive_scan(shelves.begin(), shelves.end(), plain.begin(), scannedCard());
  send(plain[0]); // FLOW
}

void swapsOfTwo() {
  Texts texts{enteredEmail(), "a", "b"};
  std::iter_swap(texts.begin(), texts.begin() + 1);
  send(texts[0]); // NO-FLOW
  send(texts[1]); // FLOW
  send(texts[2]); // NO-FLOW
}

void merges() {
  Texts emails{enteredEmail()}, titles{"t"}, all(2), plain(2);
  std::merge(emails.begin(), emails.end(), titles.begin(), titles.end(), all.begin());
  std::merge(titles.begin(), titles.end(), titles.begin(), titles.end(), plain.begin());
  send(all[0]);   // FLOW
  send(plain[0]); // NO-FLOW
  std::swap_ranges(emails.begin(), emails.end(), plain.begin());
  send(plain[0]); // FLOW
}

void standardFunctors() {
  std::vector<int> cards{scannedCard(), 2}, shelves{1, 2}, out(2), plain(2);
  send(std::accumulate(cards.begin(), cards.end(), 1, std::multiplies<int>()));     // FLOW
  send(std::accumulate(shelves.begin(), shelves.end(), 1, std::multiplies<int>())); // NO-FLOW
  std::transform(cards.begin(), cards.end(), out.begin(), std::negate<int>());
  send(out[0]); // FLOW
  std::transform(shelves.begin(), shelves.end(), plain.begin(), std::negate<>());
  send(plain[0]); // NO-FLOW
  std::transform(shelves.begin(), shelves.end(), cards.begin(), plain.begin(), std::plus<>());
  send(plain[0]); // FLOW
}

struct Total {
  int sum = 0, count = 0;
  void operator()(int number) {
    sum += number;
    ++count;
  }
};

void returnedByForEach() {
  std::vector<int> cards{1, scannedCard()};
  Total before;
  Total total = std::for_each(cards.begin(), cards.end(), before);
  send(total.sum);   // FLOW
  send(total.count); // NO-FLOW
  send(before.sum);  // NO-FLOW
  std::for_each(cards.begin(), cards.end(), std::ref(before));
  send(before.sum); // FLOW
}

} // namespace features
