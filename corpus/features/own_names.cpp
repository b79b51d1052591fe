// A program's own functions that are called as functions of the C library are: they do what their
// bodies say.
#include "library.h"

static bool read(std::string& into) {
  into = features::enteredEmail();
  return true;
}

static void write(const std::string& text, std::string& into) {
  into = text;
}

static std::string remove(const std::string& text) {
  return text;
}

static std::string time(const std::string&) {
  return "noon";
}

namespace features {

void ownNames() {
  std::string text, other;
  if (read(text))
    send(text); // FLOW
  write(enteredEmail(), other);
  send(other);                    // FLOW
  send(::remove(enteredEmail())); // FLOW
  send(::time(enteredEmail()));   // NO-FLOW
}

} // namespace features
