// Maps and sets of a standard library that is declared only.
#include "declared_std.h"

namespace features {

void insertedPairs() {
  std::map<int, int> cards;
  cards.insert(std::make_pair(1, scannedCard()));
  cards.insert(std::make_pair(2, 7));
  send(cards[1]);    // FLOW
  send(cards.at(2)); // NO-FLOW
}

void hintsAndRanges() {
  std::map<int, int> cards, hinted, copied, shelves;
  cards[1] = scannedCard();
  hinted.insert(hinted.begin(), std::pair<const int, int>(1, scannedCard()));
  send(hinted[1]); // FLOW
  copied.insert(cards.begin(), cards.end());
  send(copied[1]); // FLOW
  std::map<int, int> made(cards.begin(), cards.end()), other(shelves.begin(), shelves.end());
  send(made[1]);  // FLOW
  send(other[1]); // NO-FLOW
}

void writtenThroughIterators() {
  std::map<int, int> cards;
  cards[1] = 1;
  cards.find(1)->second = scannedCard();
  send(cards[1]); // FLOW
  cards.find(1)->second = 2;
  send(cards[1]); // NO-FLOW
}

void keysAndValues() {
  std::map<int, int> byShelf, byCard;
  byShelf[1] = scannedCard();
  for (auto& each : byShelf) {
    send(each.first);  // NO-FLOW
    send(each.second); // FLOW
  }
  byCard[scannedCard()] = 1;
  send(byCard.begin()->first);  // FLOW
  send(byCard.begin()->second); // NO-FLOW
}

void keysThatAreTexts() {
  std::map<std::string, int> cards;
  cards["card"] = scannedCard();
  cards["shelf"] = 1;
  send(cards["card"]);  // FLOW
  send(cards["shelf"]); // NO-FLOW
}

void sets() {
  std::set<int> cards, hinted, shelves;
  send(*cards.insert(scannedCard()).first); // FLOW
  hinted.insert(hinted.begin(), scannedCard());
  send(*hinted.begin()); // FLOW
  shelves.insert(1);
  send(*shelves.begin()); // NO-FLOW
}

} // namespace features
