// Lambdas: captures by value, by reference, with initialiser, of this and of *this; generic,
// mutable, recursive ones.
#include "library.h"

#include <utility>

namespace features {

void byValue() {
  std::string text = enteredEmail(), title = catalogueTitle();
  auto both = [text, title](bool isText) { return isText ? text : title; };
  auto onlyTitle = [title] { return title; };
  text = "";
  send(both(true));              // FLOW
  send(onlyTitle());             // NO-FLOW
  send([=] { return title; }()); // NO-FLOW
  send([=] { return text; }());  // NO-FLOW
}

void byReference() {
  std::string text = "none", other;
  auto fill = [&text] { text = enteredEmail(); };
  auto read = [&] { return text; };
  send(read()); // NO-FLOW
  fill();
  send(read()); // FLOW
  send(text);   // FLOW
  send(other);  // NO-FLOW
}

void initialised() {
  std::string text = enteredEmail();
  auto moved = [kept = std::move(text), shelf = shelfNumber()](bool isText) {
    return isText ? kept : std::to_string(shelf);
  };
  send(moved(true)); // FLOW
  int card = scannedCard();
  auto changed = [number = card * 2, &card]() mutable {
    card = 0;
    return number++;
  };
  send(changed()); // FLOW
  send(card);      // NO-FLOW
}

class Desk {
public:
  auto reader() {
    return [this] { return email_; };
  }
  auto frozen() const {
    return [*this] { return email_; };
  }
  void fill() {
    auto set = [this](std::string text) { email_ = std::move(text); };
    set(enteredEmail());
  }

private:
  std::string email_;
};

void ofThis() {
  Desk desk;
  auto read = desk.reader();
  auto kept = desk.frozen();
  desk.fill();
  send(read());          // FLOW
  send(kept());          // NO-FLOW
  send(desk.frozen()()); // FLOW
}

void parameters() {
  auto same = [](auto value) { return value; };
  auto shelfOnly = [](int, int shelf) { return shelf; };
  send(same(enteredEmail()));                                 // FLOW
  send(same(shelfNumber()));                                  // NO-FLOW
  send(shelfOnly(scannedCard(), 3));                          // NO-FLOW
  send([]<class T>(const T& v) { return v; }(scannedCard())); // FLOW
}

void recursive() {
  auto countdown = [](auto self, int n, int value) -> int {
    return n == 0 ? value : self(self, n - 1, value);
  };
  send(countdown(countdown, 3, scannedCard())); // FLOW
  send(countdown(countdown, 3, shelfNumber())); // NO-FLOW
}

template <class F> static std::string applied(F f, const std::string& text) {
  return f(text);
}

void asArguments() {
  std::string email = enteredEmail();
  send(applied([](const std::string& t) { return t + "!"; }, email));        // FLOW
  send(applied([](const std::string&) { return std::string("x"); }, email)); // NO-FLOW
  send(applied([&email](const std::string&) { return email; }, "desk"));     // FLOW
}

void inside() {
  auto report = [](const std::string& text) {
    send(text); // FLOW
  };
  auto reportPlain = [](const std::string& text) {
    send(text); // NO-FLOW
  };
  report(enteredEmail());
  reportPlain(catalogueTitle());
}

void returned() {
  auto make = [](std::string text) { return [text] { return text; }; };
  send(make(enteredEmail())()); // FLOW
  send(make("desk")());         // NO-FLOW
}

void asPointer() {
  int (*same)(int) = [](int n) { return n; };
  send(same(scannedCard())); // FLOW
  send(same(shelfNumber())); // NO-FLOW
}

} // namespace features
