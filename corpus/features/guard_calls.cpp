// Conditions across calls: a callee that checks and returns, that throws, that passes the answer
// on; a check in the caller.
#include "consent.h"

#include <functional>
#include <optional>
#include <stdexcept>

namespace features {

static bool mayKeep(const Patron& patron) {
  return isOpen() && patron.hasConsented();
}
static bool mayPerhaps(const Patron& patron) {
  return isOpen() || patron.hasConsented();
}
static bool refuses(const Patron& patron) {
  return !patron.hasConsented();
}
static bool stepwise(const Patron& patron) {
  if (!isOpen())
    return false;
  if (!patron.hasConsented())
    return false;
  return true;
}

void answers(const Patron& patron) {
  if (mayKeep(patron))
    keep(patron.email); // NO-FLOW
  if (mayPerhaps(patron))
    keep(patron.email); // FLOW
  if (!refuses(patron))
    keep(patron.email); // NO-FLOW
  if (refuses(patron))
    keep(patron.email); // FLOW
  if (stepwise(patron))
    keep(patron.email); // NO-FLOW
}

static void require(const Patron& patron) {
  if (!patron.hasConsented())
    throw std::runtime_error("not agreed");
}
static void warn(const Patron& patron) {
  if (!patron.hasConsented())
    return;
}

void required(const Patron& patron, const Patron& other) {
  warn(patron);
  keep(patron.email); // FLOW
  require(patron);
  keep(patron.email); // NO-FLOW
  keep(other.email);  // FLOW
}

static void keepUnchecked(const Patron& patron) {
  keep(patron.email); // FLOW
}
static void keepAfterCheck(const Patron& patron) {
  keep(patron.email); // NO-FLOW
}

void inCaller(const Patron& patron, const Patron& other) {
  if (patron.hasConsented())
    keepAfterCheck(patron);
  if (patron.hasConsented())
    keepUnchecked(other);
}

static void keepChecked(const Patron& patron) {
  if (patron.hasConsented())
    keep(patron.email); // NO-FLOW
}

void inCallee(const Patron& patron) {
  keepChecked(patron);
}

static std::string emailIfAllowed(const Patron& patron) {
  return patron.hasConsented() ? patron.email : "";
}
static std::string emailAnyway(const Patron& patron) {
  return patron.email;
}

void checkedResult(const Patron& patron) {
  keep(emailIfAllowed(patron)); // NO-FLOW
  keep(emailAnyway(patron));    // FLOW
}

class Invitation {
public:
  explicit Invitation(const Patron& patron) : patron_(patron) {}
  bool isAllowed() const { return patron_.hasConsented(); }
  void write() const {
    if (isAllowed())
      keep(patron_.email); // NO-FLOW
    keep(patron_.email);   // FLOW
  }

private:
  const Patron& patron_;
};

void throughObject(const Patron& patron) {
  Invitation(patron).write();
}

static bool checked(const Patron& patron, bool* allowed) {
  *allowed = patron.hasConsented();
  return true;
}

void outParameter(const Patron& patron) {
  bool allowed = false;
  checked(patron, &allowed);
  if (allowed)
    keep(patron.email); // NO-FLOW
  else
    keep(patron.email); // FLOW
}

enum class Answer { refused, unknown, agreed };
static Answer answerOf(const Patron& patron) {
  if (!isOpen())
    return Answer::unknown;
  return patron.hasConsented() ? Answer::agreed : Answer::refused;
}

void asEnumerator(const Patron& patron) {
  if (answerOf(patron) == Answer::agreed)
    keep(patron.email); // NO-FLOW
  if (answerOf(patron) != Answer::refused)
    keep(patron.email); // FLOW
  switch (answerOf(patron)) {
  case Answer::agreed:
    keep(patron.email); // NO-FLOW
    break;
  case Answer::unknown:
    keep(patron.email); // FLOW
    break;
  case Answer::refused:
    break;
  }
}

} // namespace features
