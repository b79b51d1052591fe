// Container adaptors: stack, queue and priority_queue.
#include "library.h"

#include <queue>
#include <stack>
#include <utility>
#include <vector>

namespace features {

void stacks() {
  std::stack<std::string> emails, titles;
  emails.push(enteredEmail());
  titles.push("title");
  send(emails.top()); // FLOW
  send(titles.top()); // NO-FLOW
  titles.emplace(enteredEmail());
  send(titles.top());  // FLOW
  send(titles.size()); // NO-FLOW
}

void queues() {
  std::queue<int> cards, shelves;
  cards.push(scannedCard());
  shelves.push(shelfNumber());
  send(cards.front());   // FLOW
  send(cards.back());    // FLOW
  send(shelves.front()); // NO-FLOW
  std::queue<int> other = std::move(cards);
  send(other.front()); // FLOW
  while (!shelves.empty()) {
    send(shelves.front()); // NO-FLOW
    shelves.pop();
  }
}

void replaced() {
  std::queue<int> cards;
  cards.push(scannedCard());
  cards = {};
  cards.push(1);
  send(cards.front()); // NO-FLOW
}

struct Hold {
  std::string email;
  int position = 0;
  bool operator<(const Hold& other) const { return position < other.position; }
};

void priorities() {
  std::priority_queue<Hold> holds;
  holds.push({enteredEmail(), 1});
  send(holds.top().email);    // FLOW
  send(holds.top().position); // NO-FLOW
  std::priority_queue<int, std::vector<int>, std::greater<>> shelves;
  shelves.push(shelfNumber());
  send(shelves.top()); // NO-FLOW
}

} // namespace features
