// The rest of the language: placement and array new, sizeof, typeid, alignment, user-defined
// literals, consteval, lambdas in default arguments, nested classes and friends.
#include "library.h"

#include <new>
#include <typeinfo>

namespace features {

struct Row {
  int card = 0;
  int shelf = 0;
  ~Row() {}
};

void placement() {
  alignas(Row) unsigned char storage[sizeof(Row)];
  Row* row = new (storage) Row{scannedCard(), 1};
  send(row->card);  // FLOW
  send(row->shelf); // NO-FLOW
  row->~Row();
}

void arrays() {
  int* numbers = new int[3]{1, scannedCard(), 2};
  send(numbers[1]); // FLOW
  send(numbers[0]); // NO-FLOW
  delete[] numbers;
  Row* rows = new Row[2];
  rows[1].card = scannedCard();
  send(rows[1].card); // FLOW
  send(rows[0].card); // NO-FLOW
  delete[] rows;
}

void unevaluated() {
  int card = scannedCard();
  send(sizeof(card));                    // NO-FLOW
  send(static_cast<int>(alignof(Row)));  // NO-FLOW
  send(noexcept(scannedCard()) ? 1 : 0); // NO-FLOW
  send(typeid(card).name());             // NO-FLOW
  decltype(card) other = 3;
  send(other); // NO-FLOW
}

constexpr int operator""_shelf(unsigned long long number) {
  return static_cast<int>(number);
}
consteval int shelfOf(int n) {
  return n + 1;
}

void literals() {
  send(4_shelf);    // NO-FLOW
  send(shelfOf(3)); // NO-FLOW
}

static int later(int number, int (*change)(int) = [](int n) { return n + 1; }) {
  return change(number);
}

void lambdaAsDefault() {
  send(later(scannedCard()));                        // FLOW
  send(later(shelfNumber()));                        // NO-FLOW
  send(later(scannedCard(), [](int) { return 0; })); // NO-FLOW
}

class Desk {
  struct Drawer {
    int card = 0;
    int key = 0;
  };
  Drawer drawer_;
  friend int open(const Desk& desk) { return desk.drawer_.card; }
  friend class Clerk;
};

class Clerk {
public:
  void put(Desk& desk) { desk.drawer_.card = scannedCard(); }
  int key(const Desk& desk) { return desk.drawer_.key; }
};

void friends() {
  Desk desk;
  Clerk clerk;
  clerk.put(desk);
  send(open(desk));      // FLOW
  send(clerk.key(desk)); // NO-FLOW
}

void localClass() {
  struct Local {
    int number;
    int twice() const { return number * 2; }
  };
  send(Local{scannedCard()}.twice()); // FLOW
  send(Local{shelfNumber()}.twice()); // NO-FLOW
}

void commas() {
  int a = (static_cast<void>(scannedCard()), shelfNumber());
  send(a); // NO-FLOW
  int b = (static_cast<void>(shelfNumber()), scannedCard());
  send(b); // FLOW
}

} // namespace features
