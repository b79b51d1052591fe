// Temporaries: objects without a name, kept alive by a reference or gone at the end of the
// expression.
#include "library.h"

#include <utility>

namespace features {

struct Notice {
  std::string to;
  std::string subject = "loans";
  Notice& addressed(std::string address) {
    to = std::move(address);
    return *this;
  }
  Notice about(const std::string& what) const {
    Notice copy = *this;
    copy.subject = what;
    return copy;
  }
};

static Notice notice() {
  return Notice();
}
static Notice noticeTo(const std::string& address) {
  return {address, "holds"};
}

void members() {
  send(noticeTo(enteredEmail()).to);      // FLOW
  send(noticeTo(enteredEmail()).subject); // NO-FLOW
  send(notice().to);                      // NO-FLOW
}

void chains() {
  send(Notice().addressed(enteredEmail()).to);                 // FLOW
  send(Notice().addressed(enteredEmail()).subject);            // NO-FLOW
  send(Notice().addressed("desk").about("fines").to);          // NO-FLOW
  send(Notice().about(enteredEmail()).addressed("x").to);      // NO-FLOW
  send(Notice().about(enteredEmail()).addressed("x").subject); // FLOW
}

void keptAlive() {
  const Notice& kept = noticeTo(enteredEmail());
  send(kept.to); // FLOW
  const Notice& plain = noticeTo("desk");
  send(plain.to); // NO-FLOW
  const std::string& member = noticeTo(enteredEmail()).to;
  send(member); // FLOW
}

static std::string shout(const std::string& text) {
  return text + "!";
}

void nestedCalls() {
  send(shout(shout(enteredEmail())));              // FLOW
  send(shout(shout("desk")));                      // NO-FLOW
  send(std::string("to ") + enteredEmail() + "."); // FLOW
  send(std::string("to ") + "desk" + ".");         // NO-FLOW
}

void immediatelyAssigned() {
  Notice().to = enteredEmail();
  send(Notice().to); // NO-FLOW
}

} // namespace features
