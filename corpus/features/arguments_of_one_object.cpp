// Pointers and references that a function is given, and that lead to one object: what is written
// through one is read through the other.
#include "library.h"

#include <string>

namespace features {

struct Card {
  std::string holder, note;
};

void copyNote(Card& to, const Card& from, std::string& before) {
  to.holder = enteredName();
  before = from.holder;
}

void byReference() {
  Card one, other;
  std::string same, apart;
  copyNote(one, one, same);
  send(same); // FLOW
  copyNote(one, other, apart);
  send(apart);        // NO-FLOW
  send(one.holder);   // FLOW
  send(other.holder); // NO-FLOW
}

struct Link {
  Card* left;
  Card* right;
};

void exchange(Link& link, std::string& out) {
  link.left->note = enteredEmail();
  out = link.right->note;
}

void byMember() {
  Card one, other;
  Link loop{&one, &one}, pair{&one, &other};
  std::string same, apart;
  exchange(loop, same);
  exchange(pair, apart);
  send(same);       // FLOW
  send(apart);      // NO-FLOW
  send(other.note); // NO-FLOW
}

} // namespace features
