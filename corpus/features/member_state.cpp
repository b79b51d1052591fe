// State of an object between calls: what one method leaves in a member, another finds, on that
// object.
#include "library.h"

#include <utility>

namespace features {

class Desk {
public:
  void identify() { email_ = enteredEmail(); }
  void forget() { email_.clear(); }
  void label(std::string text) { label_ = std::move(text); }
  const std::string& email() const { return email_; }
  const std::string& labelText() const { return label_; }
  std::string* editableLabel() { return &label_; }

private:
  std::string email_;
  std::string label_ = "desk";
};

void betweenCalls() {
  Desk desk, other;
  send(desk.email()); // NO-FLOW
  desk.identify();
  send(desk.email());     // FLOW
  send(desk.labelText()); // NO-FLOW
  send(other.email());    // NO-FLOW
  desk.forget();
  send(desk.email()); // NO-FLOW
}

void setAndGot() {
  Desk desk;
  desk.label(enteredEmail());
  send(desk.labelText()); // FLOW
  desk.label("x");
  send(desk.labelText()); // NO-FLOW
  *desk.editableLabel() = enteredEmail();
  send(desk.labelText()); // FLOW
  send(desk.email());     // NO-FLOW
}

class Session {
public:
  void open() { card_ = scannedCard(); }
  void visit() { ++visits_; }
  void close() {
    send(card_);   // FLOW
    send(visits_); // NO-FLOW
  }

private:
  int card_ = 0;
  int visits_ = 0;
};

void sessions() {
  Session session;
  session.open();
  session.visit();
  session.close();
}

class Kiosk { // its methods are called from elsewhere, in any order
public:
  void swipe() { card_ = scannedCard(); }
  void browse() { page_ = shelfNumber(); }
  void flush() {
    send(card_); // FLOW
    send(page_); // NO-FLOW
  }

private:
  int card_ = 0;
  int page_ = 0;
};

class Outer {
public:
  Desk& desk() { return desk_; }
  void report() const {
    send(desk_.labelText()); // NO-FLOW
  }

private:
  Desk desk_;
};

void nested() {
  Outer outer;
  outer.desk().identify();
  send(outer.desk().email());     // FLOW
  send(outer.desk().labelText()); // NO-FLOW
  outer.report();
}

// What one call leaves in a member decides what the next one does.
class Reader {
public:
  void next(int number) {
    switch (state_) {
    case State::Empty:
      held_ = number;
      state_ = State::Full;
      break;
    case State::Full:
      send(held_); // FLOW
      break;
    case State::Closed:
      send(number); // NO-FLOW
      break;
    }
  }

private:
  enum class State { Empty, Full, Closed };
  State state_ = State::Empty;
  int held_ = 0;
};

void states() {
  Reader reader;
  reader.next(scannedCard());
  reader.next(shelfNumber());
}

struct Once {
  bool isDone = false;
  int number = 0;
  void set(int value) {
    if (!isDone) {
      number = value;
      isDone = true;
    }
  }
};

void writtenOnce() {
  Once once;
  once.set(scannedCard());
  once.set(shelfNumber());
  send(once.number); // FLOW
  if (once.isDone)
    send(once.number); // FLOW
}

class Switched {
public:
  void set(int number) { number_ = number; }
  void turnOn() { isOn_ = true; }
  void show() const {
    if (isOn_)
      send(number_); // FLOW
  }
  void showWhereOff() const {
    if (!isOn_)
      send(number_); // NO-FLOW
  }

private:
  bool isOn_ = false;
  int number_ = 0;
};

void switchedOn() {
  Switched switched;
  switched.set(scannedCard());
  switched.turnOn();
  switched.show();
  switched.showWhereOff();
}

} // namespace features
