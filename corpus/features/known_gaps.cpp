// What is not right yet and has no place in another file, a few lines of each kind.
#include "library.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <stdexcept>
#include <vector>

namespace features {

void positions() {
  std::vector<std::string> texts;
  texts.push_back("a");
  texts.push_back(enteredEmail());
  send(texts[0]); // NO-FLOW known-gap: which element push_back appends
  send(texts[1]); // FLOW
  texts.pop_back();
  send(texts.back()); // NO-FLOW known-gap: which element pop_back takes away
}

void keys() {
  std::map<int, std::string> braced{{1, "a"}, {2, enteredEmail()}};
  send(braced[1]); // NO-FLOW known-gap: the keys of a braced list
  std::map<std::string, std::string> inserted;
  inserted.insert({"title", "a"});
  inserted.insert({"email", enteredEmail()});
  send(inserted["title"]); // NO-FLOW known-gap: the key of a pair that is inserted
}

void overwritten() {
  std::vector<int> cards{scannedCard(), scannedCard()};
  std::fill(cards.begin(), cards.end(), 0);
  send(cards[0]); // NO-FLOW known-gap: an algorithm that writes the whole range
}

void nested() {
  std::exception_ptr kept;
  try {
    throw std::runtime_error(enteredEmail());
  } catch (...) {
    kept = std::current_exception();
  }
  try {
    std::rethrow_exception(kept);
  } catch (const std::exception& error) {
    send(error.what()); // FLOW known-gap: an exception that is kept and thrown again
  }
}

using Next = std::function<void()>;

void chained() {
  std::string text;
  std::function<void(Next)> handler = [](Next next) { next(); };
  handler([&text] { text = enteredEmail(); });
  send(text); // FLOW known-gap: a std::function that is given another one
}

void askedFirst() {
  std::string text = enteredEmail();
  std::function<void()> wipe = [&text] { text = "none"; };
  if (wipe)
    wipe();
  send(text); // NO-FLOW known-gap: whether a std::function holds something
}

} // namespace features
