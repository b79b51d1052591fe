// Conditions by predicate: asked directly, negated, by early return, in a loop, with the answer
// kept in a variable.
#include "consent.h"

#include <cassert>
#include <cstdlib>
#include <stdexcept>
#include <vector>

namespace features {

void asked(const Patron& patron) {
  keep(patron.email); // FLOW patron.email
  if (patron.hasConsented())
    keep(patron.email); // NO-FLOW
  else
    keep(patron.email); // FLOW
  if (hasAgreed(patron))
    keep(patron.email); // NO-FLOW
}

void negated(const Patron& patron) {
  if (!patron.hasConsented())
    keep(patron.email); // FLOW
  if (!!patron.hasConsented())
    keep(patron.email); // NO-FLOW
  if (patron.hasConsented() == false)
    keep(patron.email); // FLOW
  if (patron.hasConsented() != false)
    keep(patron.email); // NO-FLOW
}

void earlyReturn(const Patron& patron) {
  if (!patron.hasConsented())
    return;
  keep(patron.email); // NO-FLOW
}

void wrongEarlyReturn(const Patron& patron) {
  if (patron.hasConsented())
    return;
  keep(patron.email); // FLOW
}

void thrown(const Patron& patron) {
  if (!patron.hasConsented())
    throw std::runtime_error("not agreed");
  keep(patron.email); // NO-FLOW
}

void exited(const Patron& patron) {
  if (!patron.hasConsented())
    std::abort();
  keep(patron.email); // NO-FLOW
}

void asserted(const Patron& patron) {
  assert(patron.hasConsented());
  keep(patron.email); // NO-FLOW
}

void keptInVariable(const Patron& patron) {
  const bool agreed = patron.hasConsented();
  if (agreed)
    keep(patron.email); // NO-FLOW
  bool refused = !agreed;
  if (refused)
    keep(patron.email); // FLOW
  if (!refused)
    keep(patron.email); // NO-FLOW
}

void each(const std::vector<Patron>& patrons) {
  for (const Patron& patron : patrons)
    if (patron.hasConsented())
      keep(patron.email); // NO-FLOW
  for (const Patron& patron : patrons) {
    if (!patron.hasConsented())
      continue;
    keep(patron.email); // NO-FLOW
  }
  for (const Patron& patron : patrons)
    keep(patron.email); // FLOW
}

void conditional(const Patron& patron) {
  keep(patron.hasConsented() ? patron.email : std::string()); // NO-FLOW
  keep(patron.hasConsented() ? std::string() : patron.email); // FLOW
}

void anotherQuestion(const Patron& patron) {
  if (isOpen())
    keep(patron.email); // FLOW
  if (hasCourtOrder())
    handOver(patron.email); // NO-FLOW
  if (patron.hasConsented())
    handOver(patron.email); // FLOW
}

} // namespace features
