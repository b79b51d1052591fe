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
