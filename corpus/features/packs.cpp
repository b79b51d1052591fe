// Parameter packs: expansion into arguments, initialisers and bases, recursion, forwarding and fold
// expressions.
#include "library.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace features {

template <class... T> int sum(T... numbers) {
  return (numbers + ... + 0);
}
template <class... T> int last(T... numbers) {
  int result = 0;
  ((result = numbers), ...);
  return result;
}
template <class... T> bool any(T... numbers) {
  return ((numbers > 0) || ...);
}

void folds() {
  send(sum(1, scannedCard(), 2));   // FLOW
  send(sum(1, shelfNumber(), 2));   // NO-FLOW
  send(last(1, scannedCard()));     // FLOW
  send(last(scannedCard(), 1));     // NO-FLOW
  send(any(scannedCard()) ? 1 : 0); // NO-FLOW
}

template <class... T> void sendAll(const T&... values) {
  (send(values), ...); // FLOW
}
template <class... T> void sendAllPlain(const T&... values) {
  (send(values), ...); // NO-FLOW
}

void foldOverCalls() {
  sendAll(shelfNumber(), enteredEmail());
  sendAllPlain(shelfNumber(), catalogueTitle());
}

inline std::string joined() {
  return "";
}
template <class... Rest> std::string joined(const std::string& first, const Rest&... rest) {
  return first + "," + joined(rest...);
}

void recursion() {
  send(joined("a", enteredEmail(), "b")); // FLOW
  send(joined("a", "b", "c"));            // NO-FLOW
}

struct Row {
  Row(int cardNumber, std::string address) : card(cardNumber), email(std::move(address)) {}
  int card;
  std::string email;
};

template <class T, class... Args> T make(Args&&... args) {
  return T(std::forward<Args>(args)...);
}

void forwarded() {
  Row row = make<Row>(1, enteredEmail());
  send(row.card);  // NO-FLOW
  send(row.email); // FLOW
}

template <class... T> int second(T... numbers) {
  int all[] = {numbers...};
  return all[1];
}

void intoArray() {
  send(second(1, scannedCard(), 3)); // FLOW
  send(second(scannedCard(), 2, 3)); // NO-FLOW
}

template <int... Index> int picked(const int* row) {
  return (row[Index] + ...);
}

void overIndices() {
  int row[4] = {0, scannedCard(), 2, 3};
  send(picked<0, 1>(row)); // FLOW
  send(picked<2, 3>(row)); // NO-FLOW
}

template <class... Bases> struct Overloaded : Bases... {
  using Bases::operator()...;
};
template <class... Bases> Overloaded(Bases...) -> Overloaded<Bases...>;

void bases() {
  Overloaded pick{[](int number) { return number; }, [](const std::string&) { return 0; }};
  send(pick(scannedCard()));  // FLOW
  send(pick(enteredEmail())); // NO-FLOW
}

static int total(std::initializer_list<int> numbers) {
  int result = 0;
  for (int number : numbers)
    result += number;
  return result;
}

void initializerLists() {
  send(total({1, scannedCard()})); // FLOW
  send(total({1, 2}));             // NO-FLOW
}

} // namespace features
