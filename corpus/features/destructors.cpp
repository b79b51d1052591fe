// Destructors: they run where a scope ends, see what their object holds, and may write elsewhere.
#include "library.h"
#include <functional>

#include <memory>
#include <utility>

namespace features {

class Reporter {
public:
  explicit Reporter(std::string text) : text_(std::move(text)) {}
  ~Reporter() { send(text_); } // FLOW
  void reset() { text_ = ""; }

private:
  std::string text_;
};

void atScopeEnd() {
  Reporter reporter(enteredEmail());
}

class QuietReporter {
public:
  explicit QuietReporter(std::string text) : text_(std::move(text)) {}
  ~QuietReporter() { send(text_); } // NO-FLOW
  void reset() { text_ = ""; }

private:
  std::string text_;
};

void resetBefore() {
  QuietReporter reporter(enteredEmail());
  reporter.reset();
}

class Restore {
public:
  Restore(int& target, int value) : target_(target), value_(value) {}
  ~Restore() { target_ = value_; }
  Restore(const Restore&) = delete;
  Restore& operator=(const Restore&) = delete;

private:
  int& target_;
  int value_;
};

void writesElsewhere() {
  int number = 0;
  {
    Restore restore(number, scannedCard());
    send(number); // NO-FLOW
  }
  send(number); // FLOW
  {
    Restore restore(number, 0);
    send(number); // FLOW
  }
  send(number); // NO-FLOW
}

void deleted() {
  int number = 0;
  Restore* restore = new Restore(number, scannedCard());
  send(number); // NO-FLOW
  delete restore;
  send(number); // FLOW
}

void ownedByPointer() {
  int number = 0;
  {
    auto restore = std::make_unique<Restore>(number, scannedCard());
    send(number); // NO-FLOW
  }
  send(number); // FLOW known-gap: what a smart pointer owns is not seen to end
}

void temporaries() {
  int number = 0;
  Restore(number, scannedCard());
  send(number); // FLOW
}

struct Holder {
  Restore restore;
  explicit Holder(int& number) : restore(number, scannedCard()) {}
};

void asMember() {
  int number = 0;
  {
    Holder holder(number);
  }
  send(number); // FLOW
}

int beforeReturn(int& number, bool isEarly) {
  Restore restore(number, scannedCard());
  if (isEarly)
    return 0;
  return 1;
}

void afterReturn() {
  int number = 0;
  beforeReturn(number, true);
  send(number); // FLOW
}

class ScopeExit {
public:
  explicit ScopeExit(std::function<void()> f) : f_(std::move(f)) {}
  ~ScopeExit() {
    if (f_)
      f_();
  }
  void dismiss() { f_ = nullptr; }

private:
  std::function<void()> f_;
};

void whatAGuardDoes() {
  std::string text = enteredEmail();
  {
    ScopeExit guard([&text] { text.clear(); });
  }
  send(text); // NO-FLOW
  text = enteredEmail();
  {
    ScopeExit guard([&text] { text.clear(); });
    guard.dismiss();
  }
  send(text); // FLOW
}

} // namespace features
