// Pointers that are moved: what is written at an offset is in the array, and other arrays are as
// they were.
#include "library.h"

#include <cstring>

namespace features {

void offset() {
  int numbers[4] = {};
  int* at = numbers;
  *(at + 2) = scannedCard();
  send(numbers[2]);     // FLOW
  send(*(numbers + 2)); // FLOW
  send(numbers[1]);     // NO-FLOW
  at += 3;
  send(*at); // NO-FLOW
  --at;
  send(*at); // FLOW
}

void walked(int count) {
  int cards[8] = {}, shelves[8] = {};
  int *to = cards, *end = cards + count;
  while (to != end)
    *to++ = scannedCard();
  send(cards[0]);   // FLOW
  send(shelves[0]); // NO-FLOW
}

void bufferAtOffset(std::size_t used) {
  char buffer[64] = "name=";
  char other[64] = "name=";
  std::strcpy(buffer + used, enteredName());
  send(buffer);     // FLOW
  send(buffer + 5); // FLOW
  send(other);      // NO-FLOW
}

void difference() {
  char text[32] = {};
  std::strcpy(text, enteredName());
  char* comma = std::strchr(text, ',');
  send(comma + 1);    // FLOW
  send(comma - text); // NO-FLOW
}

void insideStruct() {
  struct Row {
    int shelf;
    int card;
  } rows[2] = {};
  Row* row = rows;
  row[1].card = scannedCard();
  ++row;
  send(row->card);  // FLOW
  send(row->shelf); // NO-FLOW
  --row;
  send(row->card); // NO-FLOW
}

void throughBytes() {
  int card = scannedCard();
  unsigned char* bytes = reinterpret_cast<unsigned char*>(&card);
  send(int{bytes[0]}); // FLOW
  int shelf = shelfNumber();
  bytes = reinterpret_cast<unsigned char*>(&shelf);
  send(int{bytes[0]}); // NO-FLOW
}

} // namespace features
