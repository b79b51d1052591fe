// Assignment: a variable holds what was assigned last, on every way that leads to its use.
#include "library.h"

namespace features {

void direct() {
  std::string address = enteredEmail();
  send(address); // FLOW patron.email
  address = "info@ridgefield.example";
  send(address); // NO-FLOW
  address = enteredEmail();
  send(address); // FLOW patron.email
}

void chained() {
  int first, second, third;
  first = second = third = scannedCard();
  send(first);  // FLOW
  send(second); // FLOW
  first = shelfNumber();
  send(first);  // NO-FLOW
  send(second); // FLOW
}

void compound(int step) {
  int number = shelfNumber();
  number += step;
  send(number); // NO-FLOW
  number += scannedCard();
  send(number); // FLOW
  number = 0;
  send(number); // NO-FLOW
  number ^= scannedCard();
  send(number); // FLOW
}

void onOneWay(bool isNew) {
  std::string text = "none";
  if (isNew)
    text = enteredEmail();
  send(text); // FLOW
  if (!isNew)
    text = "old";
  else
    text = "new";
  send(text); // NO-FLOW
}

void onNoWay() {
  int number = scannedCard();
  if (false)
    send(number); // NO-FLOW
  constexpr bool isTracking = false;
  if (isTracking)
    send(number); // NO-FLOW
  while (false)
    send(number); // NO-FLOW
}

void swapped() {
  int card = scannedCard(), shelf = shelfNumber();
  int kept = card;
  card = shelf;
  shelf = kept;
  send(card);  // NO-FLOW
  send(shelf); // FLOW
}

void inLoop() {
  std::string last;
  for (int i = 0; i < 3; ++i) {
    send(last); // FLOW
    last = enteredEmail();
  }
  send(last); // FLOW
}

} // namespace features
