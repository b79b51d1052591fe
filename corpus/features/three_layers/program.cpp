// The top layer puts the parts together.
#include "accounts.h"

namespace features {

void kept() {
  auto storage = memoryStorage();
  Accounts accounts(*storage);
  accounts.enrol();
  send(accounts.email()); // FLOW
}

void thrownAway() {
  auto storage = nullStorage();
  Accounts accounts(*storage);
  accounts.enrol();
  send(accounts.email()); // NO-FLOW
}

void listening() {
  onChange([](const std::string& text) {
    send(text); // FLOW known-gap: functions are not kept between entry points
  });
  Listener unused = [](const std::string& text) {
    send(text); // NO-FLOW
  };
  unused("none");
}

} // namespace features
