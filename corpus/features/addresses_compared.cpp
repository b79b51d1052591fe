// Pointers to known objects: equal or not, and not null.
#include "library.h"
#include <memory>
#include <new>
#include <string>

using namespace features;

struct Item {
  int v = 0;
  Item* next = nullptr;
};

struct Text {
  std::string s = "s";
  Text() = default;
  Text& operator=(const Text& o) {
    if (this != &o)
      s = o.s;
    return *this;
  }
};

void assignedFromAnother() {
  Text a, b;
  a.s = enteredEmail();
  a = b;
  send(a.s); // NO-FLOW
}

void assignedFromItself() {
  Text a;
  Text& same = a;
  a.s = enteredEmail();
  a = same;
  send(a.s); // FLOW
}

void assignedTheOtherWay() {
  Text a, b;
  b.s = enteredEmail();
  a = b;
  send(a.s); // FLOW
}

void comparedPointers() {
  int a = scannedCard(), b = 1, *p = &a, *q = &b;
  if (p == q)
    send(a); // NO-FLOW
  if (p != q)
    send(a); // FLOW
  if (p != q)
    p = q;
  send(*p); // NO-FLOW
}

void equalContents() {
  int a = 1, b = 1, *p = &a, *q = &b;
  if (p != q)
    send(scannedCard()); // FLOW
}

void oneOfTwo(bool which, bool other) {
  int a = scannedCard(), b = 1, *p = which ? &a : &b, *q = other ? &a : &b;
  if (p == q)
    send(scannedCard()); // FLOW
  if (p != q)
    send(scannedCard()); // FLOW
}

void madeInALoop(int n) {
  Item* last = nullptr;
  for (int i = 0; i < n; ++i) {
    Item* made = new Item;
    if (made != last)
      send(scannedCard()); // FLOW
    last = made;
  }
}

void given(Item* p, Item* q) {
  Item own;
  if (p == q)
    send(scannedCard()); // FLOW
  if (p != q)
    send(scannedCard()); // FLOW
  if (!p)
    send(scannedCard()); // FLOW
  if (p == &own)
    send(scannedCard()); // NO-FLOW
}

void notNull() {
  int a = scannedCard(), *p = &a;
  if (!p)
    send(a); // NO-FLOW
  Item* n = new Item;
  if (n == nullptr)
    send(a); // NO-FLOW
  if (n)
    send(a); // FLOW
  Item* maybe = new (std::nothrow) Item;
  if (!maybe)
    send(a); // FLOW
  if (n->next)
    send(a); // NO-FLOW
}

struct Base {
  virtual ~Base() = default;
};
struct Derived : Base {};

void smartPointers(std::shared_ptr<Base> given) {
  auto p = std::make_unique<int>(1);
  std::unique_ptr<int> q;
  send(p ? "set" : enteredEmail());  // NO-FLOW
  send(q ? enteredEmail() : "none"); // NO-FLOW
  auto d = std::dynamic_pointer_cast<Derived>(given);
  send(d ? "derived" : enteredEmail()); // FLOW
  auto made = std::make_shared<Base>();
  std::weak_ptr<Base> weak = made;
  made.reset();
  send(weak.lock() ? "there" : enteredEmail()); // FLOW
}
