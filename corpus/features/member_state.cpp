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

} // namespace features
