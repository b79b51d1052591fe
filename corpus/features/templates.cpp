// Templates: each instance is a function or a class of its own; specialisations, `if constexpr`,
// concepts and values as arguments.
#include "library.h"

#include <concepts>
#include <type_traits>
#include <utility>

namespace features {

template <class T> T twice(T value) {
  return value + value;
}
template <class T> void forward(const T& value) {
  send(value); // FLOW
}
template <class T> void forwardPlain(const T& value) {
  send(value); // NO-FLOW
}

void functions() {
  send(twice(scannedCard()));    // FLOW
  send(twice(shelfNumber()));    // NO-FLOW
  send(twice(enteredEmail()));   // FLOW
  send(twice(std::string("a"))); // NO-FLOW
  forward(enteredEmail());
  forward(shelfNumber());
  forwardPlain(shelfNumber());
}

template <class T> class Box {
public:
  void put(T value) { value_ = std::move(value); }
  const T& get() const { return value_; }
  static inline T latest{};

private:
  T value_{};
};

void classes() {
  Box<std::string> email, title;
  email.put(enteredEmail());
  title.put(catalogueTitle());
  send(email.get()); // FLOW
  send(title.get()); // NO-FLOW
  Box<std::string>::latest = enteredEmail();
  send(Box<std::string>::latest); // FLOW
  send(Box<int>::latest);         // NO-FLOW
}

template <class T> struct Mask {
  static T apply(const T& value) { return value; }
};
template <> struct Mask<std::string> {
  static std::string apply(const std::string&) { return "***"; }
};
template <class T> struct Mask<T*> {
  static T apply(T* value) { return *value; }
};

void specialisations() {
  int card = scannedCard();
  send(Mask<int>::apply(card));                   // FLOW
  send(Mask<std::string>::apply(enteredEmail())); // NO-FLOW
  send(Mask<int*>::apply(&card));                 // FLOW
}

template <class T> auto shown(const T& value) {
  if constexpr (std::is_same_v<T, std::string>)
    return std::string("hidden");
  else
    return value;
}

template <std::integral T> int widened(T value) {
  return static_cast<int>(value);
}
int widened(const std::string&) {
  return 0;
}

void decidedByType() {
  send(shown(enteredEmail()));   // NO-FLOW
  send(shown(scannedCard()));    // FLOW
  send(widened(scannedCard()));  // FLOW
  send(widened(enteredEmail())); // NO-FLOW
}

template <int Column> int column(const int (&row)[2]) {
  return row[Column];
}
template <int* Where> void store(int value) {
  *Where = value;
}
int stored = 0;

void valuesAsArguments() {
  int row[2] = {scannedCard(), shelfNumber()};
  send(column<0>(row)); // FLOW
  send(column<1>(row)); // NO-FLOW
  store<&stored>(scannedCard());
  send(stored); // FLOW
}

template <template <class> class Wrapper, class T> T unwrapped(const Wrapper<T>& wrapper) {
  return wrapper.get();
}

template <class T> constexpr int tag = 5;

void others() {
  Box<int> box;
  box.put(scannedCard());
  send(unwrapped(box)); // FLOW
  send(tag<int>);       // NO-FLOW
}

} // namespace features
