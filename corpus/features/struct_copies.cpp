// Copies of whole structs: each member goes along, and the copy is another object.
#include "library.h"

namespace features {

struct Notice {
  std::string to;
  std::string subject;
  int copies = 1;
};

void copied(const Patron& patron) {
  Patron copy = patron;
  send(copy.email);      // FLOW patron.email
  send(copy.language);   // NO-FLOW
  send(copy.homeBranch); // NO-FLOW
}

void assigned() {
  Notice notice, other;
  notice.to = enteredEmail();
  send(other.to); // NO-FLOW
  other = notice;
  send(other.to);      // FLOW
  send(other.subject); // NO-FLOW
  notice = Notice();
  send(notice.to); // NO-FLOW
  send(other.to);  // FLOW
}

void copyIsAnotherObject() {
  Notice notice;
  Notice copy = notice;
  copy.to = enteredEmail();
  send(notice.to); // NO-FLOW
  send(copy.to);   // FLOW
}

static void fill(Notice notice) {
  notice.to = enteredEmail();
  send(notice.to); // FLOW
}

void byValue() {
  Notice notice;
  fill(notice);
  send(notice.to); // NO-FLOW
}

static Notice addressedTo(std::string address) {
  Notice notice;
  notice.to = address;
  return notice;
}

void returned() {
  Notice notice = addressedTo(enteredEmail());
  send(notice.to);              // FLOW
  send(notice.subject);         // NO-FLOW
  send(addressedTo("desk").to); // NO-FLOW
}

void wholeRecord(const Patron& patron) {
  sendRecord(patron); // FLOW
  Patron nobody;
  sendRecord(nobody); // NO-FLOW
}

void oneOfTwo(const Notice& plain, bool isUrgent) {
  Notice addressed;
  addressed.to = enteredEmail();
  const Notice chosen = isUrgent ? addressed : plain;
  send(chosen.to);     // FLOW
  send(chosen.copies); // NO-FLOW
}

struct Contact {
  [[DATA("patron.phone")]] std::string phone;
};
struct Person {
  Contact contact;
};
struct Member : Person {
  int since = 0;
};
struct Guest : Member {
  int until = 0;
};
struct Shelf {
  int number = 0;
};

[[TO_ANALYTICS]] void sendGuest(const Guest& guest);
[[TO_ANALYTICS]] void sendShelf(const Shelf& shelf);
Guest readGuest();

void allThatIsInherited() {
  Guest guest = readGuest();
  sendGuest(guest); // FLOW patron.phone
  guest.contact.phone = "";
  sendGuest(guest); // NO-FLOW
  Shelf shelf;
  sendShelf(shelf); // NO-FLOW
}

} // namespace features
