// Sequence containers: vector, deque, list, forward_list and array; filled, read, emptied, copied
// and moved.
#include "library.h"

#include <array>
#include <deque>
#include <forward_list>
#include <list>
#include <utility>
#include <vector>

namespace features {

struct Row {
  std::string email;
  int shelf = 0;
};

void vectors() {
  std::vector<std::string> emails, titles;
  emails.push_back(enteredEmail());
  titles.push_back(catalogueTitle());
  send(emails[0]);      // FLOW
  send(emails.front()); // FLOW
  send(emails.at(0));   // FLOW
  send(titles[0]);      // NO-FLOW
  send(emails.size());  // NO-FLOW
  emails.clear();
  emails.push_back("none");
  send(emails[0]); // NO-FLOW
}

void ofRows() {
  std::vector<Row> rows;
  rows.push_back({enteredEmail(), 1});
  send(rows[0].email);     // FLOW
  send(rows[0].shelf);     // NO-FLOW
  send(rows.back().email); // FLOW
  rows.emplace_back("desk", 2);
  std::vector<Row> copy = rows;
  rows.clear();
  send(copy[0].email); // FLOW
  send(copy[0].shelf); // NO-FLOW
}

void moved() {
  std::vector<std::string> emails{enteredEmail()};
  std::vector<std::string> other = std::move(emails);
  send(other[0]); // FLOW
  emails = {"none"};
  send(emails[0]); // NO-FLOW
  std::swap(emails, other);
  send(emails[0]); // FLOW
  send(other[0]);  // NO-FLOW
}

void inserted() {
  std::vector<std::string> all{"a"}, more{enteredEmail()}, plain{"b"};
  all.insert(all.end(), plain.begin(), plain.end());
  send(all[1]); // NO-FLOW
  all.insert(all.begin(), more.begin(), more.end());
  send(all[0]); // FLOW
  std::vector<std::string> sized(3, enteredEmail());
  send(sized[2]); // FLOW
  std::vector<std::string> assigned;
  assigned.assign(2, enteredEmail());
  send(assigned[0]); // FLOW
  assigned.assign(2, "x");
  send(assigned[0]); // NO-FLOW
}

void deques() {
  std::deque<int> cards, shelves;
  cards.push_front(scannedCard());
  shelves.push_back(shelfNumber());
  send(cards.front());  // FLOW
  send(cards.back());   // FLOW
  send(shelves.back()); // NO-FLOW
  cards.pop_front();
  cards.resize(2);
  shelves.front() = scannedCard();
  send(shelves[0]); // FLOW
}

void lists() {
  std::list<std::string> emails{enteredEmail()}, titles{"title"};
  send(emails.front()); // FLOW
  send(titles.front()); // NO-FLOW
  titles.splice(titles.end(), emails);
  send(titles.back()); // FLOW
  std::forward_list<int> cards{scannedCard()};
  cards.push_front(1);
  for (int card : cards)
    send(card); // FLOW
}

void arrays() {
  std::array<int, 3> numbers{1, scannedCard(), 3};
  send(numbers[1]);           // FLOW
  send(numbers[0]);           // NO-FLOW
  send(std::get<2>(numbers)); // NO-FLOW
  numbers.fill(0);
  send(numbers[1]); // NO-FLOW
  std::array<std::array<int, 2>, 2> table{};
  table[0][1] = scannedCard();
  send(table[0][1]); // FLOW
  send(table[1][1]); // NO-FLOW
}

void nested() {
  std::vector<std::vector<std::string>> groups(2), others(2);
  groups[0].push_back(enteredEmail());
  send(groups[0][0]); // FLOW
  send(others[0][0]); // NO-FLOW
}

void inMember() {
  struct Batch {
    std::vector<std::string> emails;
    std::vector<std::string> titles;
  } batch;
  batch.emails.push_back(enteredEmail());
  batch.titles.push_back(catalogueTitle());
  send(batch.emails[0]); // FLOW
  send(batch.titles[0]); // NO-FLOW
}

static std::vector<std::string> withHeader(std::vector<std::string> texts) {
  texts.insert(texts.begin(), "HEADER");
  return texts;
}

static void addHeader(std::vector<std::string>& texts) {
  texts.insert(texts.begin(), "HEADER");
}

void insertedByACallee() {
  auto copied = withHeader({enteredName(), "x"});
  send(copied[1]); // FLOW
  std::vector<std::string> changed{enteredName(), "x"}, other{"y", "x"};
  addHeader(changed);
  addHeader(other);
  send(changed[1]); // FLOW
  send(other[1]);   // NO-FLOW
}

} // namespace features
