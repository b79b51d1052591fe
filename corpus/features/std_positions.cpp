// Positions in sequences whose length is known, keys of maps, and what goes over all of it.
#include "library.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <list>
#include <map>
#include <numeric>
#include <queue>
#include <stack>
#include <string>
#include <vector>

namespace features {

void positions() {
  std::vector<std::string> texts;
  texts.push_back("a");
  texts.push_back(enteredEmail());
  send(texts[0]); // NO-FLOW
  send(texts[1]); // FLOW
  texts.pop_back();
  send(texts.back()); // NO-FLOW
}

void keys() {
  std::map<int, std::string> braced{{1, "a"}, {2, enteredEmail()}};
  send(braced[1]); // NO-FLOW
  std::map<std::string, std::string> inserted;
  inserted.insert({"title", "a"});
  inserted.insert({"email", enteredEmail()});
  send(inserted["title"]); // NO-FLOW
}

void overwritten() {
  std::vector<int> cards{scannedCard(), scannedCard()};
  std::fill(cards.begin(), cards.end(), 0);
  send(cards[0]); // NO-FLOW
}

void inserted() {
  std::vector<std::string> texts{"a", "b"};
  texts.insert(texts.begin() + 1, enteredEmail());
  send(texts[0]); // NO-FLOW
  send(texts[1]); // FLOW
  send(texts[2]); // NO-FLOW
  texts.erase(texts.begin());
  send(texts[0]); // FLOW
  send(texts[1]); // NO-FLOW
  texts.erase(texts.begin(), texts.begin() + 1);
  send(texts[0]); // NO-FLOW
}

void bothEnds() {
  std::deque<std::string> texts{"a"};
  texts.push_front(enteredEmail());
  send(texts.front()); // FLOW
  send(texts.back());  // NO-FLOW
  texts.pop_front();
  send(texts.front()); // NO-FLOW
  std::list<std::string> others;
  others.emplace_back(enteredEmail());
  others.emplace_front("a");
  send(others.front()); // NO-FLOW
  send(others.back());  // FLOW
}

void adaptors() {
  std::stack<std::string> stack;
  stack.push("a");
  stack.push(enteredEmail());
  send(stack.top()); // FLOW
  stack.pop();
  send(stack.top()); // NO-FLOW
  std::queue<std::string> queue;
  queue.push(enteredEmail());
  queue.push("a");
  send(queue.back());  // NO-FLOW
  send(queue.front()); // FLOW
  queue.pop();
  send(queue.front()); // NO-FLOW
  while (!stack.empty()) {
    send(stack.top()); // NO-FLOW
    stack.pop();
  }
}

void byIterators() {
  std::vector<std::string> texts{"a", enteredEmail()};
  auto at = texts.begin();
  send(*at); // NO-FLOW
  ++at;
  send(*at);             // FLOW
  send(*texts.rbegin()); // FLOW
  send(*std::prev(texts.end(), 2)); // NO-FLOW
  for (auto& text : texts)
    text = "cleared";
  send(texts[1]); // NO-FLOW
  for (auto i = texts.begin(); i != texts.end(); ++i)
    *i = enteredEmail();
  send(texts[0]); // FLOW
  auto found = std::find(texts.begin(), texts.end(), "a");
  send(static_cast<int>(found - texts.begin())); // NO-FLOW
}

// Of what is not known to be so long, each element may be any.
void ofAnyLength(std::vector<std::string>& texts, int many) {
  texts.clear();
  for (int i = 0; i < many; ++i)
    texts.push_back("a");
  texts.push_back(enteredEmail());
  send(texts.back()); // FLOW
  send(texts[3]);     // FLOW
  std::vector<std::string> copied, other;
  std::copy(texts.begin(), texts.end(), std::back_inserter(copied));
  for (const auto& text : copied)
    send(text); // FLOW
  other.resize(copied.size());
  for (const auto& text : other)
    send(text); // NO-FLOW
}

void append(std::vector<std::string>& to, const std::string& text) {
  to.push_back(text);
}

void byOthers() {
  std::vector<std::string> texts;
  append(texts, "a");
  append(texts, enteredEmail());
  send(texts[1]); // FLOW
  for (const auto& text : texts)
    send(text); // FLOW
  texts.pop_back();
  texts.pop_back();
  for (const auto& text : texts)
    send(text); // NO-FLOW
}

void counted() {
  std::array<int, 3> cards{scannedCard(), scannedCard(), scannedCard()};
  for (std::size_t i = 0; i < cards.size(); ++i)
    cards[i] = 0;
  send(cards[2]); // NO-FLOW
  std::vector<int> numbers(2, scannedCard());
  send(numbers[1]); // FLOW
  std::iota(numbers.begin(), numbers.end(), 1);
  send(numbers[1]); // NO-FLOW
}

void addedByAlgorithms() {
  std::vector<std::string> from{enteredEmail(), "y"}, to{"x"};
  std::copy(from.begin(), from.end(), std::back_inserter(to));
  send(to.front()); // NO-FLOW
  send(to[1]);      // FLOW
  send(to.back());  // FLOW
  to.erase(to.begin());
  send(to.front()); // FLOW
  std::vector<std::string> first{"x"}, copied(2);
  std::copy_backward(from.begin(), from.end(), copied.end());
  send(copied[0]); // FLOW
}

} // namespace features
