// The side that uses the data.
#include "address_book.h"

namespace features {

static std::string describe(const std::string&) {
  return "nothing";
}

void throughClass() {
  AddressBook book, other;
  book.add(enteredEmail(), 3);
  other.add("desk", 4);
  send(book.email());  // FLOW
  send(book.shelf());  // NO-FLOW
  send(other.email()); // NO-FLOW
  book.forget();
  send(book.email()); // NO-FLOW
}

void throughFunctions() {
  send(currentEmail());           // FLOW
  send(currentTitle());           // NO-FLOW
  send(describe(currentEmail())); // NO-FLOW
  publish(currentEmail());
  publishTitle(currentTitle());
}

void throughGlobals() {
  currentEmail();
  send(sharedNote);  // FLOW
  send(sharedTitle); // NO-FLOW
}

void throughHeader() {
  send(quoted(enteredEmail()));                // FLOW
  send(quoted("desk"));                        // NO-FLOW
  send(first(enteredEmail(), currentTitle())); // FLOW
  send(first(currentTitle(), enteredEmail())); // NO-FLOW
}

} // namespace features
