// Conversions: conversion operators, numeric conversions and casts of each kind.
#include "library.h"

namespace features {

class Card {
public:
  explicit Card(int number) : number_(number) {}
  operator int() const { return number_; }
  explicit operator std::string() const { return enteredEmail(); }
  operator bool() const { return number_ != 0; }

private:
  int number_;
};

class Shelf {
public:
  operator int() const { return 4; }
  operator const char*() const { return "shelf"; }
};

void userDefined() {
  Card card(scannedCard());
  int number = card;
  send(number);                          // FLOW
  send(static_cast<int>(card));          // FLOW
  send(static_cast<std::string>(card));  // FLOW
  send(static_cast<bool>(card) ? 1 : 0); // NO-FLOW
  Shelf shelf;
  int floor = shelf;
  const char* text = shelf;
  send(floor); // NO-FLOW
  send(text);  // NO-FLOW
}

void numeric() {
  int card = scannedCard();
  send(static_cast<double>(card)); // FLOW
  send(static_cast<long>(card));   // FLOW
  send(static_cast<char>(card));   // FLOW
  double half = card / 2.0;
  send(half);                               // FLOW
  send(static_cast<double>(shelfNumber())); // NO-FLOW
}

struct Base {
  virtual ~Base() = default;
  int number = 0;
};
struct Derived : Base {
  int card = 0;
};

void ofPointers() {
  Derived derived;
  derived.card = scannedCard();
  Base* base = &derived;
  send(base->number);                       // NO-FLOW
  send(static_cast<Derived*>(base)->card);  // FLOW
  send(dynamic_cast<Derived&>(*base).card); // FLOW
  const Derived* fixed = &derived;
  const_cast<Derived*>(fixed)->number = scannedCard();
  send(base->number); // FLOW
  void* untyped = &derived;
  send(static_cast<Derived*>(untyped)->card); // FLOW
}

enum class Kind { adult, child };

void enumerations() {
  Kind kind = static_cast<Kind>(scannedCard());
  send(static_cast<int>(kind));        // FLOW
  send(static_cast<int>(Kind::child)); // NO-FLOW
}

} // namespace features
