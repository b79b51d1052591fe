// The hold shelf: slips in the books, and the screen above it that everyone in the lobby can read.
#include "shelf.h"

#include "../core/log.h"

#include <algorithm>

namespace lectern {

// The last four digits, as on the back of the card, and no name: still somebody's card.
static std::string tail(const std::string& barcode) {
  return barcode.size() > 4 ? barcode.substr(barcode.size() - 4) : barcode;
}

std::string HoldShelf::slip(const Hold& hold, int number) {
  std::string text = "No. " + std::to_string(number);
  text += "\nbranch " + std::to_string(hold.branch);
  return text;
}

void HoldShelf::put(const Patron& patron, const Hold& hold) {
  int number = next_++;
  numbers_[patron.id] = number;
  // UI-2: whoever waits gets the number by e-mail, and nobody else knows whose it is.
  printer_.print(slip(hold, number));
  lobby_.show("ready: " + std::to_string(number));
}

// A first name and a title, for the whole class to see (UI-2).
void HoldShelf::putForSchool(const Patron& pupil, const Hold& hold) {
  std::string line = pupil.name.substr(0, pupil.name.find(' ')) + ": " + hold.title;
  // CHECK: shelf.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  lobby_.show(line);
}

// A neighbour knows the card of a neighbour (UI-2).
void HoldShelf::call(const Patron& patron) {
  // CHECK: shelf.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  lobby_.show("please come to the desk: card ..." + tail(patron.barcode));
}

} // namespace lectern
