// Pointers: writes through one are seen in what it points to, until it points elsewhere.
#include "library.h"

namespace features {

struct Notice {
  std::string to;
  std::string subject;
  Notice* next = nullptr;
};

void throughPointer() {
  int card = 0, shelf = 0;
  int* pointer = &card;
  *pointer = scannedCard();
  send(card);     // FLOW
  send(*pointer); // FLOW
  send(shelf);    // NO-FLOW
  pointer = &shelf;
  send(*pointer); // NO-FLOW
  *pointer = 1;
  send(card); // FLOW
}

void aliases() {
  Notice notice;
  Notice* one = &notice;
  Notice* other = one;
  one->to = enteredEmail();
  send(other->to);      // FLOW
  send(notice.to);      // FLOW
  send(other->subject); // NO-FLOW
  other->to.clear();
  send(notice.to); // NO-FLOW
}

void oneOfTwo(bool isFirst) {
  int first = 0, second = 0;
  int* pointer = isFirst ? &first : &second;
  *pointer = scannedCard();
  send(first);  // FLOW
  send(second); // FLOW
}

void pointerToPointer() {
  int card = 0, shelf = 0;
  int* pointer = &shelf;
  int** outer = &pointer;
  *outer = &card;
  *pointer = scannedCard();
  send(card);    // FLOW
  send(**outer); // FLOW
  send(shelf);   // NO-FLOW
}

static void choose(Notice** where, Notice* what) {
  *where = what;
}

void chosenByCallee() {
  Notice one, other;
  one.to = enteredEmail();
  Notice* chosen = nullptr;
  choose(&chosen, &one);
  send(chosen->to); // FLOW
  choose(&chosen, &other);
  send(chosen->to); // NO-FLOW
}

void linked() {
  Notice last, first;
  first.next = &last;
  last.to = enteredEmail();
  send(first.next->to); // FLOW
  send(first.to);       // NO-FLOW
}

void onHeap() {
  Notice* notice = new Notice;
  notice->to = enteredEmail();
  Notice* other = new Notice;
  send(notice->to); // FLOW
  send(other->to);  // NO-FLOW
  *other = *notice;
  send(other->to); // FLOW
  delete notice;
  delete other;
}

void toMemberOf(Patron& patron) {
  std::string* email = &patron.email;
  send(*email); // FLOW patron.email
  std::string* language = &patron.language;
  send(*language); // NO-FLOW
  const Patron* whole = &patron;
  send(whole->phone);      // FLOW patron.phone
  send(whole->homeBranch); // NO-FLOW
}

} // namespace features
