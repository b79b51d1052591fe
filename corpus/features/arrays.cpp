// Arrays: elements by constant, variable and enumerator index, arrays of structs and of arrays.
#include "library.h"

namespace features {

struct Slot {
  int card = 0;
  int shelf = 0;
};

void byConstant() {
  int numbers[3] = {0, 0, 0};
  numbers[1] = scannedCard();
  send(numbers[1]); // FLOW
  send(numbers[0]); // NO-FLOW
  send(numbers[2]); // NO-FLOW
  numbers[1] = 0;
  send(numbers[1]); // NO-FLOW
}

void byVariable(int i) {
  int numbers[8] = {};
  numbers[i] = scannedCard();
  send(numbers[3]); // FLOW
  send(numbers[i]); // FLOW
}

void byKnownVariable() {
  int numbers[4] = {};
  int at = 2;
  numbers[at] = scannedCard();
  send(numbers[2]);      // FLOW
  send(numbers[at + 1]); // NO-FLOW
}

enum Column { cardColumn, shelfColumn };

void byEnumerator() {
  int row[2] = {};
  row[cardColumn] = scannedCard();
  row[shelfColumn] = shelfNumber();
  send(row[cardColumn]);  // FLOW
  send(row[shelfColumn]); // NO-FLOW
}

void ofStructs() {
  Slot slots[2];
  slots[0].card = scannedCard();
  send(slots[0].card);  // FLOW
  send(slots[0].shelf); // NO-FLOW
  send(slots[1].card);  // NO-FLOW
  slots[1] = slots[0];
  send(slots[1].card); // FLOW
}

void ofArrays() {
  int table[2][2] = {{scannedCard(), 1}, {2, 3}};
  send(table[0][0]); // FLOW
  send(table[0][1]); // NO-FLOW
  send(table[1][0]); // NO-FLOW
}

void filledInLoop() {
  int cards[10];
  for (int& card : cards)
    card = scannedCard();
  int shelves[10];
  for (int i = 0; i < 10; ++i)
    shelves[i] = shelfNumber();
  send(cards[4]);   // FLOW
  send(shelves[4]); // NO-FLOW
}

static void fill(int* numbers, int count) {
  for (int i = 0; i < count; ++i)
    numbers[i] = scannedCard();
}

void passed() {
  int cards[4] = {}, shelves[4] = {};
  fill(cards, 4);
  send(cards[2]);   // FLOW
  send(shelves[2]); // NO-FLOW
}

void inStruct(const Patron& patron) {
  send(patron.pin[0]); // FLOW patron.pin
  struct Grid {
    int cells[2];
  } grid = {{7, 8}};
  grid.cells[1] = scannedCard();
  send(grid.cells[0]); // NO-FLOW
  send(grid.cells[1]); // FLOW
}

} // namespace features
