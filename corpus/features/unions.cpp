// Unions: all members share one storage, so that what is written to one is read from another.
#include "library.h"

namespace features {

union Number {
  int card;
  unsigned char bytes[4];
  int shelf;
};

struct Tagged {
  enum { isCard, isShelf } kind;
  union {
    int card;
    int shelf;
  };
  int floor;
};

void sameMember() {
  Number number;
  number.card = scannedCard();
  send(number.card); // FLOW
  number.card = 0;
  send(number.card); // NO-FLOW
}

void otherMember() {
  Number number;
  number.card = scannedCard();
  send(number.shelf);         // FLOW
  send(int{number.bytes[0]}); // FLOW
  number.shelf = shelfNumber();
  send(number.card); // NO-FLOW
}

void anonymous() {
  Tagged tagged;
  tagged.floor = 2;
  tagged.card = scannedCard();
  send(tagged.shelf); // FLOW
  send(tagged.floor); // NO-FLOW
}

void copied() {
  Number number;
  number.card = scannedCard();
  Number copy = number;
  number.shelf = 0;
  send(copy.card);   // FLOW
  send(number.card); // NO-FLOW
}

void initialised() {
  Number card{scannedCard()};
  Number shelf{.shelf = shelfNumber()};
  send(card.shelf); // FLOW
  send(shelf.card); // NO-FLOW
}

void throughPointer() {
  Number number;
  int* pointer = &number.card;
  *pointer = scannedCard();
  send(number.shelf); // FLOW
}

} // namespace features
