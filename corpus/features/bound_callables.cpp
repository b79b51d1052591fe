// What std::bind and std::bind_front make, kept as a std::function: the callee is given what was
// bound, and the placeholders' arguments.
#include "library.h"
#include <functional>
#include <string>
#include <vector>

using namespace features;

struct Card {
  std::string owner = "nobody", note = "none";
  void rename(const std::string& name) { owner = name; }
  void annotate(const std::string& text, const std::string&) { note = text; }
  void ignore(const std::string&) {}
};

using Listener = std::function<void(const std::string&)>;

void methodsOfObjects() {
  Card renamed, ignoring;
  Listener rename = std::bind(&Card::rename, &renamed, std::placeholders::_1);
  Listener ignore = std::bind(&Card::ignore, &ignoring, std::placeholders::_1);
  rename(enteredName());
  ignore(enteredName());
  send(renamed.owner);  // FLOW
  send(renamed.note);   // NO-FLOW
  send(ignoring.owner); // NO-FLOW
}

void argumentsInAnotherOrder() {
  Card first, second;
  std::function<void(const std::string&, const std::string&)> swapped =
      std::bind(&Card::annotate, &first, std::placeholders::_2, std::placeholders::_1);
  swapped("plain", enteredName());
  send(first.note); // FLOW
  std::function<void(const std::string&, const std::string&)> again =
      std::bind(&Card::annotate, &second, std::placeholders::_2, std::placeholders::_1);
  again(enteredName(), "plain");
  send(second.note); // NO-FLOW
}

void allIsBound() {
  Card card, other;
  std::function<void()> later = std::bind(&Card::rename, &card, enteredName());
  std::function<void()> never = std::bind(&Card::rename, &other, enteredName());
  later();
  send(card.owner);  // FLOW
  send(other.owner); // NO-FLOW
}

void frontIsBound() {
  Card card;
  Listener rename = std::bind_front(&Card::rename, &card);
  rename(enteredName());
  send(card.owner); // FLOW
}

static void put(std::string& into, const std::string& text) {
  into = text;
}

void referencesAreBound() {
  std::string into, untouched;
  Listener fill = std::bind(put, std::ref(into), std::placeholders::_1);
  Listener copy = std::bind(put, untouched, std::placeholders::_1);
  fill(enteredEmail());
  copy(enteredEmail());
  send(into);      // FLOW
  send(untouched); // NO-FLOW
}

void listenersInAVector() {
  Card card;
  std::vector<Listener> listeners;
  listeners.push_back(std::bind(&Card::rename, &card, std::placeholders::_1));
  for (const Listener& listener : listeners)
    listener(enteredName());
  send(card.owner); // FLOW
}
