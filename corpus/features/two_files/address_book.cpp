// The side that holds the data. `describe` is here and, another one, in the other file.
#include "address_book.h"

namespace features {

std::string sharedNote;
std::string sharedTitle = "title";

void AddressBook::add(const std::string& email, int shelf) {
  email_ = email;
  shelf_ = shelf;
}
std::string AddressBook::email() const {
  return email_;
}
int AddressBook::shelf() const {
  return shelf_;
}

static std::string describe(const std::string& text) {
  return "e-mail: " + text;
}

std::string currentEmail() {
  sharedNote = enteredEmail();
  return describe(quoted(enteredEmail()));
}
std::string currentTitle() {
  return quoted(catalogueTitle());
}

void publish(const std::string& text) {
  send(text); // FLOW
}
void publishTitle(const std::string& text) {
  send(text); // NO-FLOW
}

} // namespace features
