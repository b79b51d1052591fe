// The curiously recurring template pattern: a base calls into the class that derives from it,
// without a virtual call.
#include "library.h"

#include <utility>

namespace features {

template <class Derived> class Formatter {
public:
  std::string line() const { return "[" + self().text() + "]"; }
  void publish() const {
    send(self().text()); // FLOW
  }

private:
  const Derived& self() const { return static_cast<const Derived&>(*this); }
};

class EmailFormatter : public Formatter<EmailFormatter> {
public:
  explicit EmailFormatter(std::string email) : email_(std::move(email)) {}
  std::string text() const { return email_; }

private:
  std::string email_;
};

class TitleFormatter : public Formatter<TitleFormatter> {
public:
  std::string text() const { return catalogueTitle(); }
};

void formatted() {
  EmailFormatter email(enteredEmail());
  EmailFormatter desk("desk");
  TitleFormatter title;
  send(email.line()); // FLOW
  send(desk.line());  // NO-FLOW
  send(title.line()); // NO-FLOW
  email.publish();
  title.publish();
}

template <class Derived> struct Counted {
  static inline int last = 0;
  void note(int number) {
    last = number;
    static_cast<Derived*>(this)->seen = number;
  }
};
struct Cards : Counted<Cards> {
  int seen = 0;
};
struct Shelves : Counted<Shelves> {
  int seen = 0;
};

void perClassState() {
  Cards cards;
  Shelves shelves;
  cards.note(scannedCard());
  shelves.note(shelfNumber());
  send(cards.seen);             // FLOW
  send(shelves.seen);           // NO-FLOW
  send(Counted<Cards>::last);   // FLOW
  send(Counted<Shelves>::last); // NO-FLOW
}

template <class Base> struct Decorated : Base {
  std::string note;
  std::string both() const { return note + this->text(); }
};

void mixin() {
  Decorated<TitleFormatter> title;
  send(title.both()); // NO-FLOW
  title.note = enteredEmail();
  send(title.both()); // FLOW
  send(title.text()); // NO-FLOW
}

} // namespace features
