// Structured bindings: of structs, arrays, pairs, tuples and classes with get; by value and by
// reference.
#include "library.h"

#include <map>
#include <tuple>
#include <utility>

namespace features {

struct Row {
  int card = 0;
  int shelf = 0;
};

static Row row() {
  return {scannedCard(), shelfNumber()};
}

void ofStruct() {
  auto [card, shelf] = row();
  send(card);  // FLOW
  send(shelf); // NO-FLOW
}

void byReference() {
  Row one;
  auto& [card, shelf] = one;
  card = scannedCard();
  send(one.card);  // FLOW
  send(one.shelf); // NO-FLOW
  auto [copiedCard, copiedShelf] = one;
  copiedShelf = scannedCard();
  send(one.shelf);   // NO-FLOW
  send(copiedShelf); // FLOW
  send(copiedCard);  // FLOW
}

void ofArray() {
  int numbers[2] = {shelfNumber(), scannedCard()};
  auto [shelf, card] = numbers;
  send(card);  // FLOW
  send(shelf); // NO-FLOW
  auto& [first, second] = numbers;
  first = scannedCard();
  second = 0;
  send(numbers[0]); // FLOW
  send(numbers[1]); // NO-FLOW
}

void ofPair() {
  auto [email, shelf] = std::make_pair(enteredEmail(), shelfNumber());
  send(email); // FLOW
  send(shelf); // NO-FLOW
}

void ofTuple() {
  std::tuple<int, std::string, int> all(1, enteredEmail(), 2);
  auto& [number, email, other] = all;
  send(number); // NO-FLOW
  send(email);  // FLOW
  other = scannedCard();
  send(std::get<2>(all)); // FLOW
  send(std::get<0>(all)); // NO-FLOW
}

void ofMap() {
  std::map<std::string, int> shelves;
  shelves[enteredEmail()] = 2;
  for (auto& [email, shelf] : shelves) {
    send(email); // FLOW
    send(shelf); // NO-FLOW
  }
  auto [where, isNew] = shelves.emplace("x", scannedCard());
  send(where->second); // FLOW
  send(isNew ? 1 : 0); // NO-FLOW
}

class Account {
public:
  Account(int card, std::string note) : card_(card), note_(std::move(note)) {}
  template <std::size_t I> auto get() const {
    if constexpr (I == 0)
      return card_;
    else
      return note_;
  }

private:
  int card_;
  std::string note_;
};

} // namespace features

template <> struct std::tuple_size<features::Account> : std::integral_constant<std::size_t, 2> {};
template <> struct std::tuple_element<0, features::Account> {
  using type = int;
};
template <> struct std::tuple_element<1, features::Account> {
  using type = std::string;
};

namespace features {

void ofOwnClass() {
  Account account(scannedCard(), "none");
  auto [card, note] = account;
  send(card); // FLOW
  send(note); // NO-FLOW
}

} // namespace features
