// Results by out-parameter: a pointer, a reference, a pointer to a pointer, a member, an element.
#include "library.h"

namespace features {

struct Row {
  std::string email;
  int shelf = 0;
};

static bool lookUp(int* card, int* shelf) {
  *card = scannedCard();
  *shelf = shelfNumber();
  return true;
}

void byPointer() {
  int card = 0, shelf = 0;
  if (lookUp(&card, &shelf)) {
    send(card);  // FLOW
    send(shelf); // NO-FLOW
  }
}

static void lookUp(Row& row) {
  row.email = enteredEmail();
}

void byReference() {
  Row row, other;
  lookUp(row);
  send(row.email);   // FLOW
  send(row.shelf);   // NO-FLOW
  send(other.email); // NO-FLOW
}

static void find(Row* rows, Row** found) {
  *found = &rows[1];
}
static void make(Row** made) {
  *made = new Row;
  (*made)->email = enteredEmail();
}

void byPointerToPointer() {
  Row rows[2];
  rows[1].email = enteredEmail();
  Row* found = nullptr;
  find(rows, &found);
  send(found->email); // FLOW
  send(found->shelf); // NO-FLOW
  Row* made = nullptr;
  make(&made);
  send(made->email); // FLOW
  send(made->shelf); // NO-FLOW
  delete made;
}

static void fillMember(std::string* into) {
  *into = enteredEmail();
}

void intoMember() {
  Row rows[2];
  fillMember(&rows[0].email);
  send(rows[0].email); // FLOW
  send(rows[1].email); // NO-FLOW
  send(rows[0].shelf); // NO-FLOW
}

static void fillBoth(int& first, int& second) {
  first = scannedCard();
  second = 0;
}

void sameTwice() {
  int card = 0, other = scannedCard();
  fillBoth(card, other);
  send(card);  // FLOW
  send(other); // NO-FLOW
}

static void maybe(int* into, bool isNew) {
  if (isNew)
    *into = scannedCard();
}

void onlySometimes(bool isNew) {
  int number = 0;
  maybe(&number, isNew);
  send(number); // FLOW
  int never = 0;
  maybe(&never, false);
  send(never); // NO-FLOW
}

} // namespace features
