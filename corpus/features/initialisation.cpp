// Initialisation without a constructor: aggregates, designators, nested braces, default member
// initialisers and default arguments.
#include "library.h"

namespace features {

struct Contact {
  std::string email;
  std::string phone = "none";
};

struct Account {
  int card = 0;
  Contact contact;
  int shelves[2] = {1, 2};
};

struct Staff : Contact {
  int desk = 0;
};

void braces() {
  Account account{scannedCard(), {"desk", enteredEmail()}, {5, 6}};
  send(account.card);          // FLOW
  send(account.contact.email); // NO-FLOW
  send(account.contact.phone); // FLOW
  send(account.shelves[0]);    // NO-FLOW
}

void designated() {
  Account account{.card = 1, .contact = {.email = enteredEmail()}};
  send(account.card);          // NO-FLOW
  send(account.contact.email); // FLOW
  send(account.contact.phone); // NO-FLOW
}

void baseFirst() {
  Staff staff{{enteredEmail(), "1"}, 2};
  send(staff.email); // FLOW
  send(staff.phone); // NO-FLOW
  send(staff.desk);  // NO-FLOW
}

void parenthesised() {
  Contact contact(enteredEmail(), "2");
  send(contact.email); // FLOW
  send(contact.phone); // NO-FLOW
}

struct Form {
  int card = scannedCard();
  int again = card;
  int shelf = shelfNumber();
};

void defaultMembers() {
  Form form;
  send(form.card);  // FLOW
  send(form.again); // FLOW
  send(form.shelf); // NO-FLOW
  Form filled{1, 2, 3};
  send(filled.card); // NO-FLOW
}

static void report(const std::string& text, int card = scannedCard()) {
  send(text); // NO-FLOW
  send(card); // FLOW
}

static int orElse(int number, int fallback = 0) {
  return number + fallback;
}

void defaultArguments() {
  report("visit");
  send(orElse(1));                // NO-FLOW
  send(orElse(1, scannedCard())); // FLOW
}

void arraysOfAggregates() {
  Contact contacts[] = {{"a", "b"}, {enteredEmail(), "c"}};
  send(contacts[0].email); // NO-FLOW
  send(contacts[1].email); // FLOW
  send(contacts[1].phone); // NO-FLOW
}

} // namespace features
