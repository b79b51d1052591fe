// Shared pointers and wrappers of callables of a standard library that is declared only, and a
// shared pointer whose members have bodies.
#include "declared_std.h"

namespace own {

struct Visit {
  int card = 0;
  int branch = 0;
  Visit() {}
  Visit(int ofCard, int ofBranch) : card(ofCard), branch(ofBranch) {}
};

} // namespace own

namespace std {

/// Of which the program brings the bodies, too.
template <class T> class weak_ptr {
  T* object_ = nullptr;

public:
  weak_ptr(const shared_ptr<T>& from) : object_(from.get()) {}
  shared_ptr<T> lock() const { return shared_ptr<T>(object_); }
};
template <class T> class unique_ptr {
  T* object_;

public:
  explicit unique_ptr(T* object) : object_(object) {}
  T& operator*() const { return *object_; }
  T* operator->() const { return object_; }
  T* get() const { return object_; }
};

} // namespace std

namespace features {

using own::Visit;

void members() {
  std::shared_ptr<Visit> visit(new Visit());
  visit->card = scannedCard();
  send(visit->card);       // FLOW
  send((*visit).branch);   // NO-FLOW
  send(visit.get()->card); // FLOW
}

void made() {
  auto visit = std::make_shared<Visit>(scannedCard(), 1);
  send(visit->card);   // FLOW
  send(visit->branch); // NO-FLOW
}

void aliases(std::shared_ptr<Visit>& given) {
  std::shared_ptr<Visit> visit = std::make_shared<Visit>(), same = visit, other(new Visit());
  same->card = scannedCard();
  send(visit->card); // FLOW
  send(other->card); // NO-FLOW
  visit.swap(other);
  send(other->card); // FLOW
  send(visit->card); // NO-FLOW
  other.reset(new Visit());
  send(other->card); // NO-FLOW
  given->card = scannedCard();
  send(given->card); // FLOW
}

void withBodies() {
  std::unique_ptr<Visit> visit(new Visit());
  visit->card = scannedCard();
  send(visit->card);   // FLOW
  send(visit->branch); // NO-FLOW
  std::shared_ptr<Visit> kept(new Visit());
  std::weak_ptr<Visit> seen(kept);
  seen.lock()->card = scannedCard();
  send(kept->card); // FLOW
}

int plain(int number) {
  return number;
}
int constant(int) {
  return 1;
}

void callables() {
  std::function<int(int)> same(plain), other(constant);
  send(same(scannedCard()));  // FLOW
  send(other(scannedCard())); // NO-FLOW
}

} // namespace features
