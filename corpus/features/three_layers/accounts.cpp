// The middle layer knows only the interface.
#include "accounts.h"

namespace features {

void Accounts::enrol() {
  const std::string email = enteredEmail();
  storage_.put("email", email);
  changed(email);
}

std::string Accounts::email() const {
  return storage_.get("email");
}

} // namespace features
