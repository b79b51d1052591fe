// Calls in context: one function called with and without patron data gives each caller its own
// answer.
#include "library.h"

#include <utility>

namespace features {

static std::string same(const std::string& text) {
  return text;
}
static std::string outer(const std::string& text) {
  return same(same(text));
}

void results() {
  send(same(enteredEmail()));  // FLOW
  send(same("desk"));          // NO-FLOW
  send(outer(enteredEmail())); // FLOW
  send(outer("desk"));         // NO-FLOW
}

static std::string pick(const std::string& first, const std::string& second, bool isFirst) {
  return isFirst ? first : second;
}

void arguments() {
  send(pick(enteredEmail(), "desk", true));  // FLOW
  send(pick(enteredEmail(), "desk", false)); // NO-FLOW
  send(pick("desk", enteredEmail(), false)); // FLOW
}

static void keep(std::string& into, const std::string& text) {
  into = text;
}

void sideEffects() {
  std::string email, title;
  keep(email, enteredEmail());
  keep(title, "title");
  send(email); // FLOW
  send(title); // NO-FLOW
  keep(email, title);
  send(email); // NO-FLOW
}

static void swapTexts(std::string& a, std::string& b) {
  std::string kept = a;
  a = b;
  b = kept;
}

void exchanged() {
  std::string email = enteredEmail(), title = "title";
  swapTexts(email, title);
  send(email); // NO-FLOW
  send(title); // FLOW
}

struct Desk {
  std::string note;
  void write(const std::string& text) { note = text; }
  const std::string& read() const { return note; }
};

void objects() {
  Desk one, other;
  one.write(enteredEmail());
  other.write("desk");
  send(one.read());   // FLOW
  send(other.read()); // NO-FLOW
}

static void report(const std::string& text, bool isPublic) {
  if (isPublic)
    send(text); // FLOW
}
static void reportNever(const std::string& text, bool isPublic) {
  if (isPublic)
    send(text); // NO-FLOW
}

void decidedByCaller() {
  report(enteredEmail(), true);
  reportNever(enteredEmail(), false);
  reportNever("desk", true);
}

static int depth5(int n) {
  return n;
}
static int depth4(int n) {
  return depth5(n) + 1;
}
static int depth3(int n) {
  return depth4(n) + 1;
}
static int depth2(int n) {
  return depth3(n) + 1;
}
static int depth1(int n) {
  return depth2(n) + 1;
}

void deep() {
  send(depth1(scannedCard())); // FLOW
  send(depth1(shelfNumber())); // NO-FLOW
}

static std::pair<int, int> both() {
  return {scannedCard(), shelfNumber()};
}

void partsOfResult() {
  send(both().first);  // FLOW
  send(both().second); // NO-FLOW
}

} // namespace features
