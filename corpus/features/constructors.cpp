// Constructors: converting, delegating, inherited, copy and move; member initialisers, default ones
// included.
#include "library.h"

#include <utility>

namespace features {

class Card {
public:
  Card(int number) : number_(number) {} // converts
  Card(int number, int branch) : Card(number) { branch_ = branch; }
  Card() : Card(0, 1) {}
  int number() const { return number_; }
  int branch() const { return branch_; }

private:
  int number_;
  int branch_ = 7;
};

void converting() {
  Card card = scannedCard();
  send(card.number()); // FLOW
  send(card.branch()); // NO-FLOW
  Card shelf = shelfNumber();
  send(shelf.number()); // NO-FLOW
}

void delegating() {
  Card card(scannedCard(), 2);
  send(card.number()); // FLOW
  send(card.branch()); // NO-FLOW
  Card empty;
  send(empty.number()); // NO-FLOW
  Card swapped(2, scannedCard());
  send(swapped.number()); // NO-FLOW
  send(swapped.branch()); // FLOW
}

class StaffCard : public Card {
public:
  using Card::Card;
  int desk = 3;
};

class GuestCard : public Card {
public:
  GuestCard(int number, std::string guest) : Card(number), guest_(std::move(guest)) {}
  const std::string& guest() const { return guest_; }

private:
  std::string guest_;
};

void inheriting() {
  StaffCard card(scannedCard(), 4);
  send(card.number()); // FLOW
  send(card.branch()); // NO-FLOW
  send(card.desk);     // NO-FLOW
}

void baseInitialised() {
  GuestCard guest(1, enteredEmail());
  send(guest.number()); // NO-FLOW
  send(guest.guest());  // FLOW
  GuestCard card(scannedCard(), "Ann");
  send(card.number()); // FLOW
  send(card.guest());  // NO-FLOW
}

struct Receipt {
  std::string text = "none";
  int lines = 0;
  Receipt() = default;
  explicit Receipt(std::string words) : text(std::move(words)) {}
  Receipt(const Receipt& other) : text(other.text) {} // not the lines
  Receipt(Receipt&& other) noexcept : text(std::move(other.text)), lines(other.lines) {
    other.text = "";
  }
  Receipt& operator=(const Receipt&) = delete;
};

void copiedByHand() {
  Receipt receipt(enteredEmail());
  receipt.lines = scannedCard();
  Receipt copy(receipt);
  send(copy.text);  // FLOW
  send(copy.lines); // NO-FLOW
  Receipt plain;
  send(plain.text); // NO-FLOW
}

void movedByHand() {
  Receipt receipt(enteredEmail());
  receipt.lines = scannedCard();
  Receipt moved(std::move(receipt));
  send(moved.text);   // FLOW
  send(moved.lines);  // FLOW
  send(receipt.text); // NO-FLOW
}

} // namespace features
