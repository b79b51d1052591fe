// Attributes on variables: a variable that is said to hold data holds it from its beginning, with
// whatever it begins, until something else is put there. What has no body fills what it is given.
#include "library.h"

namespace features {

void beginsWithAConstant() {
  [[DATA("patron.barcode")]] int card = 5;
  send(card); // FLOW patron.barcode
  card = 0;
  send(card); // NO-FLOW
}

void beginsWithNothing() {
  [[DATA("patron.pin")]] char pin[8];
  [[DATA("patron.name")]] std::string name;
  send(pin);  // FLOW patron.pin
  send(name); // FLOW patron.name
}

void beginsWithAText() {
  [[DATA("patron.pin")]] char pin[] = "1234";
  [[DATA("patron.name")]] const char* name = "somebody";
  [[DATA("patron.email")]] std::string email("somebody@example.org");
  std::string plain("somebody");
  send(pin);   // FLOW patron.pin
  send(name);  // FLOW patron.name
  send(email); // FLOW patron.email
  send(plain); // NO-FLOW
  email.clear();
  send(email); // NO-FLOW
}

[[DATA("patron.name")]] static const std::string signature = "the librarian";
[[DATA("patron.barcode")]] static int lastCard = 0;
static int lastShelf = 0;
extern int shared;
[[DATA("patron.phone")]] int shared;

void globals() {
  send(signature); // FLOW patron.name
  send(lastCard);  // FLOW patron.barcode
  send(shared);    // FLOW patron.phone
  send(lastShelf); // NO-FLOW
}

void readCard([[DATA("patron.barcode")]] int* card, int* branch);
void readName([[DATA("patron.name")]] std::string& name);
void show([[DATA("patron.name")]] const char* name);

void filled() {
  int card = 0, branch = 0;
  readCard(&card, &branch);
  send(card);   // FLOW patron.barcode
  send(branch); // NO-FLOW
  std::string name;
  readName(name);
  send(name); // FLOW patron.name
  const char* text = "title";
  show(text);
  send(text); // NO-FLOW
}

} // namespace features
