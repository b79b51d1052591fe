// std::function, std::bind and their kin: what they hold is called, with what was bound and what is
// given.
#include "library.h"

#include <functional>
#include <utility>
#include <vector>

namespace features {

static std::string shout(const std::string& text) {
  return text + "!";
}
static std::string drop(const std::string&) {
  return "dropped";
}
static int second(int, int b) {
  return b;
}

void held() {
  std::function<std::string(const std::string&)> f = shout;
  send(f(enteredEmail())); // FLOW
  send(f("desk"));         // NO-FLOW
  f = drop;
  send(f(enteredEmail())); // NO-FLOW
  std::string email = enteredEmail();
  f = [email](const std::string& text) { return text + email; };
  send(f("desk")); // FLOW
}

static std::string call(const std::function<std::string()>& f) {
  return f();
}

void passed() {
  std::string email = enteredEmail();
  send(call([&] { return email; }));                   // FLOW
  send(call([&] { return std::string("to: desk"); })); // NO-FLOW
}

class Button {
public:
  void onPress(std::function<void(const std::string&)> f) { onPress_ = std::move(f); }
  void press(const std::string& text) const { onPress_(text); }

private:
  std::function<void(const std::string&)> onPress_;
};

void callbacks() {
  Button button, quiet;
  button.onPress([](const std::string& text) {
    send(text); // FLOW
  });
  button.press(enteredEmail());
  quiet.onPress([](const std::string& text) {
    send(text); // NO-FLOW
  });
  quiet.press(catalogueTitle());
}

void filledByCallback() {
  std::string kept;
  std::function<void(std::string)> keep = [&kept](std::string text) { kept = std::move(text); };
  send(kept); // NO-FLOW
  keep(enteredEmail());
  send(kept); // FLOW
}

void bound() {
  using namespace std::placeholders;
  auto one = std::bind(second, _1, scannedCard());
  send(one(1)); // FLOW
  auto other = std::bind(second, scannedCard(), _1);
  send(other(1)); // NO-FLOW
  auto swapped = std::bind(second, _2, _1);
  send(swapped(scannedCard(), 1)); // FLOW
  send(swapped(1, scannedCard())); // NO-FLOW
  auto front = std::bind_front(second, 1);
  send(front(scannedCard())); // FLOW
}

struct Desk {
  std::string email;
  std::string textOf(const std::string& prefix) const { return prefix + email; }
};

void ofMembers() {
  Desk desk{enteredEmail()}, other{"desk"};
  std::function<std::string(const Desk&, const std::string&)> text = &Desk::textOf;
  send(text(desk, "to "));  // FLOW
  send(text(other, "to ")); // NO-FLOW
  auto email = std::mem_fn(&Desk::email);
  send(email(desk));                              // FLOW
  send(std::invoke(&Desk::textOf, desk, "to "));  // FLOW
  send(std::invoke(&Desk::textOf, other, "to ")); // NO-FLOW
  send(std::invoke(shout, enteredEmail()));       // FLOW
}

void references() {
  std::string text;
  std::reference_wrapper<std::string> wrapped = std::ref(text);
  wrapped.get() = enteredEmail();
  send(text); // FLOW
  auto fill = [](std::string& into) { into = enteredEmail(); };
  std::string other, copied;
  std::bind(fill, std::ref(other))();
  std::bind(fill, copied)();
  send(other);  // FLOW
  send(copied); // NO-FLOW
}

void manyHeld() {
  std::vector<std::function<int()>> list;
  list.push_back([] { return shelfNumber(); });
  send(list[0]()); // NO-FLOW
  list.push_back([] { return scannedCard(); });
  send(list[1]()); // FLOW
}

// Callables that are made of callables.
using Numbers = std::function<int(int)>;

static Numbers twice(Numbers inner) {
  return [=](int number) { return inner(inner(number)); };
}

static auto after(Numbers inner) {
  return [inner](int number) { return inner(number) + 1; };
}

void decorated() {
  Numbers read = twice([](int) { return scannedCard(); });
  send(read(1)); // FLOW
  Numbers keep = twice([](int number) { return number; });
  send(keep(scannedCard())); // FLOW
  send(keep(shelfNumber())); // NO-FLOW
  auto readAfter = after([](int) { return scannedCard(); });
  send(readAfter(1)); // FLOW
  auto shelfAfter = after([](int) { return shelfNumber(); });
  send(shelfAfter(scannedCard())); // NO-FLOW
}

class Provider {
public:
  void set(std::function<int()> read) { read_ = std::move(read); }
  int get() const { return read_(); }

private:
  std::function<int()> read_;
};

void provided() {
  Provider cards, shelves;
  cards.set([] { return scannedCard(); });
  shelves.set([] { return shelfNumber(); });
  send(cards.get());   // FLOW
  send(shelves.get()); // NO-FLOW
}

void askedFirst() {
  std::string text = enteredEmail();
  std::function<void()> wipe = [&text] { text = "none"; };
  if (wipe)
    wipe();
  send(text); // NO-FLOW
}

void givenUp(bool isLate) {
  std::string text = enteredEmail(), other = enteredEmail();
  std::function<void()> wipe = [&text] { text = "none"; };
  wipe = nullptr;
  if (wipe)
    wipe();
  send(text); // FLOW
  std::function<void()> perhaps;
  if (isLate)
    perhaps = [&other] { other = "none"; };
  if (perhaps)
    perhaps();
  send(other); // FLOW
}

void standardOnes() {
  std::function<int(int, int)> difference = std::minus<int>();
  send(difference(scannedCard(), 1)); // FLOW
  send(difference(shelfNumber(), 1)); // NO-FLOW
  auto next = std::bind(std::plus<int>(), std::placeholders::_1, 1);
  send(next(scannedCard())); // FLOW
  send(next(shelfNumber())); // NO-FLOW
}

} // namespace features
