// Overloaded operators: each is a function that is called, with its own meaning.
#include "library.h"

#include <ostream>

namespace features {

class Fine {
public:
  explicit Fine(int cents = 0) : cents_(cents) {}
  int cents() const { return cents_; }
  Fine operator+(const Fine& other) const { return Fine(cents_ + other.cents_); }
  Fine operator-() const { return Fine(-cents_); }
  Fine& operator+=(const Fine& other) {
    cents_ += other.cents_;
    return *this;
  }
  Fine& operator++() {
    ++cents_;
    return *this;
  }
  Fine operator++(int) {
    Fine before = *this;
    ++cents_;
    return before;
  }
  Fine& operator=(int cents) {
    cents_ = cents;
    return *this;
  }
  bool operator==(const Fine&) const = default;
  auto operator<=>(const Fine&) const = default;

private:
  int cents_;
};

Fine operator*(const Fine& fine, int times) {
  return Fine(fine.cents() * times);
}
Fine operator%(const Fine&, int cents) {
  return Fine(cents);
} // what is on the left is dropped

void arithmetic() {
  Fine owed(scannedCard()), none;
  send((owed + none).cents());          // FLOW
  send((none + none).cents());          // NO-FLOW
  send((-owed).cents());                // FLOW
  send((owed * 2).cents());             // FLOW
  send((owed % 5).cents());             // NO-FLOW
  send((none % scannedCard()).cents()); // FLOW
}

void assignments() {
  Fine total;
  send(total.cents()); // NO-FLOW
  total += Fine(scannedCard());
  send(total.cents()); // FLOW
  total = 0;
  send(total.cents()); // NO-FLOW
  total = scannedCard();
  send((++total).cents()); // FLOW
  send((total++).cents()); // FLOW
}

void comparisons() {
  Fine owed(scannedCard());
  send(owed == Fine(3) ? 1 : 0); // NO-FLOW
  send(owed < Fine(3) ? 1 : 0);  // NO-FLOW
}

class Shelf {
public:
  int& operator[](int at) { return numbers_[at]; }
  int operator[](int at) const { return numbers_[at]; }
  int operator()(int by) const { return by * 2; }

private:
  int numbers_[4] = {};
};

void subscripts() {
  Shelf shelf;
  shelf[1] = scannedCard();
  send(shelf[1]); // FLOW
  Shelf other;
  send(other[1]); // NO-FLOW
  const Shelf copy = shelf;
  send(copy[1]);             // FLOW
  send(copy(shelfNumber())); // NO-FLOW
  send(copy(scannedCard())); // FLOW
}

class Handle {
public:
  explicit Handle(Patron& patron) : patron_(&patron) {}
  Patron* operator->() const { return patron_; }
  Patron& operator*() const { return *patron_; }
  Patron** operator&() { return &patron_; }
  explicit operator bool() const { return patron_ != nullptr; }

private:
  Patron* patron_;
};

void dereferences(Patron& patron) {
  Handle handle(patron);
  send(handle->email);    // FLOW patron.email
  send(handle->language); // NO-FLOW
  send((*handle).phone);  // FLOW patron.phone
  send((**&handle).name); // FLOW patron.name
  send(handle ? 1 : 0);   // NO-FLOW
}

struct Line {
  std::string text;
  Line& operator<<(const std::string& more) {
    text += more;
    return *this;
  }
  Line& operator,(const Line& other) {
    text = other.text;
    return *this;
  }
};

void streamLike() {
  Line line, plain;
  line << "to: " << enteredEmail();
  plain << "to: " << "desk";
  send(line.text);  // FLOW
  send(plain.text); // NO-FLOW
  (plain, line);
  send(plain.text); // FLOW
}

} // namespace features
