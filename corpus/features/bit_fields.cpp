// Bit-fields: neighbours in one word are members of their own; shifts and masks keep what they are
// applied to.
#include "library.h"

namespace features {

struct Packed {
  unsigned card : 20;
  unsigned shelf : 8;
  unsigned : 2;
  unsigned isLoaned : 1;
};

void members() {
  Packed packed{};
  packed.card = static_cast<unsigned>(scannedCard()) & 0xFFFFFU;
  packed.shelf = 4;
  send(static_cast<int>(packed.card));  // FLOW
  send(static_cast<int>(packed.shelf)); // NO-FLOW
  packed.card = 0;
  send(static_cast<int>(packed.card)); // NO-FLOW
}

void initialised() {
  Packed packed{static_cast<unsigned>(scannedCard()), 2, 1};
  send(static_cast<int>(packed.card));     // FLOW
  send(static_cast<int>(packed.shelf));    // NO-FLOW
  send(static_cast<int>(packed.isLoaned)); // NO-FLOW
}

void copied() {
  Packed packed{};
  packed.card = static_cast<unsigned>(scannedCard());
  Packed copy = packed;
  send(static_cast<int>(copy.card));  // FLOW
  send(static_cast<int>(copy.shelf)); // NO-FLOW
}

void byHand() {
  unsigned word = 0;
  word |= static_cast<unsigned>(scannedCard()) << 8;
  send(static_cast<int>(word & 0xFF00U)); // FLOW
  unsigned shelf = static_cast<unsigned>(shelfNumber()) << 8;
  send(static_cast<int>(shelf >> 8)); // NO-FLOW
}

void shiftedAway() {
  unsigned word = 3;
  word |= static_cast<unsigned>(scannedCard()) << 8;
  send(static_cast<int>(word >> 8));   // FLOW
  send(static_cast<int>(word & 0xff)); // NO-FLOW
  send(static_cast<int>(word & 0x1ff)); // FLOW
  word &= ~0xffffff00U;
  send(static_cast<int>(word & 0xff)); // NO-FLOW
  word = (static_cast<unsigned>(scannedCard()) & 0xff) << 4;
  send(static_cast<int>(word & 0xf)); // NO-FLOW
  send(static_cast<int>(word & 0x10)); // FLOW
}

} // namespace features
