// Exceptions: what is thrown reaches the handler of its type, from callees too, and handlers of
// other types are not run.
#include "library.h"

#include <exception>
#include <stdexcept>
#include <utility>

namespace features {

struct UnknownPatron {
  std::string email;
  int shelf = 0;
};
class Rejected : public std::runtime_error {
public:
  Rejected(const std::string& what, int card) : std::runtime_error(what), card_(card) {}
  int card() const { return card_; }

private:
  int card_;
};

void caughtHere() {
  try {
    throw UnknownPatron{enteredEmail(), 1};
  } catch (const UnknownPatron& unknown) {
    send(unknown.email); // FLOW
    send(unknown.shelf); // NO-FLOW
  }
}

static void lookUp(bool isKnown) {
  if (!isKnown)
    throw UnknownPatron{enteredEmail(), 1};
}

void caughtInCaller() {
  try {
    lookUp(false);
  } catch (const UnknownPatron& unknown) {
    send(unknown.email); // FLOW
    send(unknown.shelf); // NO-FLOW
  }
}

static void between() {
  lookUp(false);
}

void throughFrames() {
  try {
    between();
  } catch (UnknownPatron unknown) {
    send(unknown.email); // FLOW
  } catch (...) {
    send("something else"); // NO-FLOW
  }
}

void byMessage() {
  try {
    throw std::runtime_error("no patron " + enteredEmail());
  } catch (const std::exception& error) {
    send(error.what()); // FLOW
  }
  try {
    throw std::runtime_error("no shelf");
  } catch (const std::exception& error) {
    send(error.what()); // NO-FLOW
  }
}

void derived() {
  try {
    throw Rejected("rejected", scannedCard());
  } catch (const Rejected& rejected) {
    send(rejected.card()); // FLOW
    send(rejected.what()); // NO-FLOW
  }
}

void ofAnotherType() {
  try {
    throw scannedCard();
  } catch (const std::string& text) {
    send(text); // NO-FLOW
  } catch (int card) {
    send(card); // FLOW
  }
}

void rethrown() {
  try {
    try {
      throw UnknownPatron{enteredEmail(), 1};
    } catch (UnknownPatron& unknown) {
      unknown.shelf = scannedCard();
      throw;
    }
  } catch (const UnknownPatron& unknown) {
    send(unknown.email); // FLOW
    send(unknown.shelf); // FLOW
  }
}

void stateBefore() {
  std::string text = "none";
  try {
    text = enteredEmail();
    lookUp(true);
    text = "";
  } catch (const UnknownPatron&) {
    send(text); // FLOW
  }
  send(text); // FLOW
}

void neverGetsThere() {
  int number = shelfNumber();
  try {
    throw 1;
    number = scannedCard();
  } catch (int) {
    send(number); // NO-FLOW
  }
}

struct Checked {
  std::string email;
  explicit Checked(std::string text) try : email(std::move(text)) {
    if (email.empty())
      throw UnknownPatron{enteredEmail(), 0};
  } catch (const UnknownPatron& unknown) {
    send(unknown.email); // FLOW
  }
};

void keptAndThrownAgain() {
  std::exception_ptr kept;
  try {
    throw std::runtime_error(enteredEmail());
  } catch (...) {
    kept = std::current_exception();
  }
  try {
    std::rethrow_exception(kept);
  } catch (const std::exception& error) {
    send(error.what()); // FLOW
  }
}

struct Refused : std::runtime_error {
  std::string user;
  explicit Refused(std::string name) : std::runtime_error("refused"), user(std::move(name)) {}
};

void textOfBase() {
  try {
    throw Refused(enteredEmail());
  } catch (const Refused& refused) {
    send(refused.user);   // FLOW
    send(refused.what()); // NO-FLOW
  }
}

void nestedInAnother() {
  try {
    try {
      throw std::runtime_error(enteredEmail());
    } catch (...) {
      std::throw_with_nested(std::runtime_error("outer"));
    }
  } catch (const std::exception& outer) {
    send(outer.what()); // NO-FLOW
    try {
      std::rethrow_if_nested(outer);
    } catch (const std::exception& inner) {
      send(inner.what()); // FLOW
    }
  }
}

} // namespace features
