// Range-for: over arrays, containers, classes with begin and end, initialiser lists; by value and
// by reference.
#include "library.h"

#include <map>
#include <string>
#include <vector>

namespace features {

void overArray() {
  int cards[2] = {scannedCard(), 1}, shelves[2] = {1, 2};
  for (int card : cards)
    send(card); // FLOW
  for (int shelf : shelves)
    send(shelf); // NO-FLOW
}

void overContainer(const std::vector<Patron>& patrons) {
  for (const Patron& patron : patrons) {
    send(patron.email);    // FLOW patron.email
    send(patron.language); // NO-FLOW
    for (const Loan& loan : patron.loans) {
      send(loan.title);    // FLOW circulation.loan
      send(loan.daysLeft); // NO-FLOW
    }
  }
}

void writtenByReference() {
  std::vector<std::string> texts(2), others(2);
  for (std::string& text : texts)
    text = enteredEmail();
  for (std::string text : others) // a copy
    text = enteredEmail();
  send(texts[0]);  // FLOW
  send(others[0]); // NO-FLOW
}

class Shelf {
public:
  const std::string* begin() const { return titles_; }
  const std::string* end() const { return titles_ + 2; }
  std::string& front() { return titles_[0]; }

private:
  std::string titles_[2];
};

void overOwnClass() {
  Shelf shelf, plain;
  shelf.front() = enteredEmail();
  for (const std::string& title : shelf)
    send(title); // FLOW
  for (const std::string& title : plain)
    send(title); // NO-FLOW
}

void withBindings() {
  std::map<int, std::string> emails;
  emails[1] = enteredEmail();
  for (const auto& [number, email] : emails) {
    send(number); // NO-FLOW
    send(email);  // FLOW
  }
}

void withInitialiser() {
  for (std::string email = enteredEmail(); char letter : email)
    send(letter); // FLOW
  for (int shelf = shelfNumber(); int n : {1, 2})
    send(n + shelf); // NO-FLOW
  for (int n : {1, scannedCard()})
    send(n); // FLOW
}

void lastOne() {
  std::string kept = "none";
  for (const std::string& text : {std::string("a"), std::string("b")})
    kept = text;
  send(kept); // NO-FLOW
}

} // namespace features
