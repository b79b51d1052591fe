// Iterators: they lead to what their container holds, are moved, reversed, inserted through and
// written through.
#include "library.h"

#include <algorithm>
#include <iterator>
#include <list>
#include <map>
#include <sstream>
#include <vector>

namespace features {

struct Row {
  std::string email;
  int shelf = 0;
};

void dereferenced() {
  std::vector<Row> rows{{enteredEmail(), 1}, {enteredEmail(), 2}};
  auto at = rows.begin();
  send(at->email);            // FLOW
  send((*at).shelf);          // NO-FLOW
  send(at[0].email);          // FLOW
  send(std::next(at)->email); // FLOW
  auto end = rows.end();
  --end;
  send(end->email);             // FLOW
  send(std::distance(at, end)); // NO-FLOW
}

void loops() {
  std::list<std::string> emails{enteredEmail()}, titles{"t"};
  for (auto at = emails.begin(); at != emails.end(); ++at)
    send(*at); // FLOW
  for (auto at = titles.cbegin(); at != titles.cend(); at++)
    send(*at); // NO-FLOW
  for (auto at = emails.rbegin(); at != emails.rend(); ++at)
    send(*at); // FLOW
}

void written() {
  std::vector<std::string> texts(2), others(2);
  auto at = texts.begin();
  *at = enteredEmail();
  send(texts[0]);  // FLOW
  send(others[0]); // NO-FLOW
  std::map<int, Row> rows;
  rows[1] = {};
  auto found = rows.find(1);
  found->second.email = enteredEmail();
  send(rows[1].email); // FLOW
  send(rows[1].shelf); // NO-FLOW
}

void inserters() {
  std::vector<int> cards, shelves;
  auto into = std::back_inserter(cards);
  *into++ = scannedCard();
  std::back_inserter(shelves) = shelfNumber();
  send(cards[0]);   // FLOW
  send(shelves[0]); // NO-FLOW
}

void ofStreams() {
  std::ostringstream out, plain;
  std::ostream_iterator<std::string> to(out, ",");
  *to = enteredEmail();
  std::ostream_iterator<std::string> other(plain, ",");
  *other++ = "desk";
  send(out.str());   // FLOW
  send(plain.str()); // NO-FLOW
  std::istringstream in(enteredEmail());
  std::istream_iterator<std::string> word(in);
  send(*word); // FLOW
}

void moving() {
  std::vector<std::string> emails{enteredEmail()};
  std::vector<std::string> out(std::make_move_iterator(emails.begin()),
                               std::make_move_iterator(emails.end()));
  send(out[0]); // FLOW
}

class Cards {
public:
  class Iterator {
  public:
    explicit Iterator(const int* at) : at_(at) {}
    const int& operator*() const { return *at_; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

  private:
    const int* at_;
  };
  Iterator begin() const { return Iterator(numbers); }
  Iterator end() const { return Iterator(numbers + 2); }
  int numbers[2] = {};
};

void ownIterators() {
  Cards cards, plain;
  cards.numbers[1] = scannedCard();
  for (int card : cards)
    send(card); // FLOW
  for (int card : plain)
    send(card); // NO-FLOW
}

void writtenThroughIterator() {
  std::vector<int> cards(3);
  *cards.begin() = scannedCard();
  std::for_each(cards.begin(), cards.end(), [](int card) {
    send(card); // FLOW
  });
  std::vector<int> shelves(3);
  *shelves.begin() = shelfNumber();
  std::for_each(shelves.begin(), shelves.end(), [](int shelf) {
    send(shelf); // NO-FLOW
  });
}

} // namespace features
