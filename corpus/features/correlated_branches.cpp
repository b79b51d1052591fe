// Branches that exclude each other: a run that took one cannot take the other, also where they are
// different questions about one value.
#include "library.h"

namespace features {

void equalToOneAndTheOther(int mode) {
  int number = 0;
  if (mode == 1)
    number = scannedCard();
  if (mode == 2)
    send(number); // NO-FLOW
  if (mode != 2)
    send(number); // FLOW
  if (mode == 1)
    send(number); // FLOW
}

void below(int level) {
  int number = 0;
  if (level > 5)
    number = scannedCard();
  if (level < 3)
    send(number); // NO-FLOW
  if (level >= 3)
    send(number); // FLOW
  if (level == 5)
    send(number); // NO-FLOW
  if (level == 6)
    send(number); // FLOW
}

void notZero(int count) {
  int number = 0;
  if (count)
    number = scannedCard();
  if (count == 0)
    send(number); // NO-FLOW
  if (count < 1)
    send(number); // FLOW
  if (count > 0)
    send(number); // FLOW
}

enum class Kind { Loan, Hold, Fine };

void switched(Kind kind) {
  int number = 0;
  switch (kind) {
  case Kind::Loan:
    number = scannedCard();
    break;
  default:
    break;
  }
  switch (kind) {
  case Kind::Hold:
    send(number); // NO-FLOW
    break;
  case Kind::Loan:
    send(number); // FLOW
    break;
  case Kind::Fine:
    send(number); // NO-FLOW
    break;
  }
}

static bool isStaff(int role) {
  return role == 7;
}

void askedByACallee(int role) {
  int number = 0;
  if (isStaff(role))
    number = scannedCard();
  if (role == 8)
    send(number); // NO-FLOW
  if (!isStaff(role))
    send(number); // NO-FLOW
  if (role > 6)
    send(number); // FLOW
}

void changedBetween(int mode) {
  int number = 0;
  if (mode == 1)
    number = scannedCard();
  mode = shelfNumber();
  if (mode == 2)
    send(number); // FLOW
}

void arithmetic(bool isKept) {
  int card = scannedCard(), shelf = shelfNumber();
  send(card - card);   // NO-FLOW
  send(card ^ card);   // NO-FLOW
  send(card * 0);      // NO-FLOW
  send(card & 0);      // NO-FLOW
  send(card * 1);      // FLOW
  send(card - shelf);  // FLOW
  send(card * isKept); // FLOW
}

} // namespace features
