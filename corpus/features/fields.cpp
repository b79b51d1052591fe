// Members: nested ones, members of elements, and strong updates of one beside another.
#include "library.h"

namespace features {

struct Contact {
  std::string email;
  std::string phone;
};

struct Account {
  Contact contact;
  Contact guardian;
  int items = 0;
};

void nested() {
  Account account;
  account.contact.email = enteredEmail();
  send(account.contact.email);  // FLOW
  send(account.contact.phone);  // NO-FLOW
  send(account.guardian.email); // NO-FLOW
  send(account.items);          // NO-FLOW
}

void partCopied() {
  Account account;
  account.contact.email = enteredEmail();
  account.guardian = account.contact;
  send(account.guardian.email); // FLOW
  send(account.guardian.phone); // NO-FLOW
  account.guardian = {};
  send(account.guardian.email); // NO-FLOW
  send(account.contact.email);  // FLOW
}

void overwritten() {
  Account account;
  account.contact.email = enteredEmail();
  account.contact.email = "";
  send(account.contact.email); // NO-FLOW
  account.contact = Contact{enteredEmail(), "none"};
  send(account.contact.email); // FLOW
  send(account.contact.phone); // NO-FLOW
}

void twoObjects() {
  Account one, other;
  one.contact.email = enteredEmail();
  send(other.contact.email); // NO-FLOW
  other.contact = one.contact;
  one = Account();
  send(one.contact.email);   // NO-FLOW
  send(other.contact.email); // FLOW
}

struct Counter {
  int number = 0;
  struct {
    int card = 0;
    int shelf = 0;
  } last;
};

void anonymous() {
  Counter counter;
  counter.last.card = scannedCard();
  send(counter.last.card);  // FLOW
  send(counter.last.shelf); // NO-FLOW
  send(counter.number);     // NO-FLOW
}

void classified(const Patron& patron) {
  send(patron.centsOwed);           // FLOW circulation.fine
  send(patron.homeBranch);          // NO-FLOW
  send(patron.loans[0].title);      // FLOW circulation.loan
  send(patron.loans[0].branch);     // NO-FLOW
  send(patron.loans.back().title);  // FLOW circulation.loan
  send(patron.loans.back().branch); // NO-FLOW
}

} // namespace features
