// FLAGS: -std=c++23
// std::expected: a value or an error, each with its own way out; exchange, forward_like and other
// small C++23 pieces.
#include "library.h"

#include <expected>
#include <utility>

namespace features {

struct Failure {
  std::string email;
  int code = 0;
};

static std::expected<std::string, Failure> lookUp(bool isKnown) {
  if (isKnown)
    return enteredEmail();
  return std::unexpected(Failure{"", 404});
}

static std::expected<int, std::string> rejected() {
  return std::unexpected(enteredEmail());
}

void values() {
  auto email = lookUp(true);
  if (email)
    send(*email);                  // FLOW
  send(email.value());             // FLOW
  send(email.value_or("none"));    // FLOW
  send(email.has_value() ? 1 : 0); // NO-FLOW
}

void errors() {
  auto failed = rejected();
  if (!failed)
    send(failed.error());   // FLOW
  send(failed.value_or(1)); // NO-FLOW
  auto unknown = lookUp(false);
  if (!unknown)
    send(unknown.error().code); // NO-FLOW
}

void assigned() {
  std::expected<int, std::string> result = 1;
  send(*result); // NO-FLOW
  result = scannedCard();
  send(*result); // FLOW
  result = std::unexpected(std::string("none"));
  send(result.error()); // NO-FLOW
}

void exchanged() {
  int card = scannedCard();
  int before = std::exchange(card, 0);
  send(before); // FLOW
  send(card);   // NO-FLOW
}

struct Row {
  int card = 0;
  template <class Self> auto&& number(this Self&& self) { return std::forward<Self>(self).card; }
};

void explicitObject() {
  Row row, other;
  row.number() = scannedCard();
  send(row.number());   // FLOW
  send(other.number()); // NO-FLOW
}

} // namespace features
