// Conditions that are combined: and, or, paths that join, and conditions set in one branch and
// tested in another.
#include "consent.h"

namespace features {

void conjunctions(const Patron& patron) {
  if (isOpen() && patron.hasConsented())
    keep(patron.email); // NO-FLOW
  if (patron.hasConsented() && isOpen())
    keep(patron.email); // NO-FLOW
  else
    keep(patron.email); // FLOW
  if (!(patron.hasConsented() && isOpen()))
    return;
  keep(patron.email); // NO-FLOW
}

void disjunctions(const Patron& patron) {
  if (isOpen() || patron.hasConsented())
    keep(patron.email); // FLOW
  if (!isOpen() || !patron.hasConsented())
    return;
  keep(patron.email); // NO-FLOW
}

void twoGuards(const Patron& patron) {
  if (hasCourtOrder() && patron.hasConsented()) {
    handOver(patron.email); // NO-FLOW
    keep(patron.email);     // NO-FLOW
  }
  if (hasCourtOrder() || patron.hasConsented()) {
    handOver(patron.email); // FLOW
    keep(patron.email);     // FLOW
  }
}

void joined(const Patron& patron, bool isNew) {
  if (isNew) {
    if (!patron.hasConsented())
      return;
  } else {
    if (!hasAgreed(patron))
      return;
  }
  keep(patron.email); // NO-FLOW
}

void joinedOnce(const Patron& patron, bool isNew) {
  if (isNew)
    if (!patron.hasConsented())
      return;
  keep(patron.email); // FLOW
}

void flags(const Patron& patron) {
  bool may = false;
  if (patron.hasConsented())
    may = true;
  if (may)
    keep(patron.email); // NO-FLOW
  bool all = patron.hasConsented() && isOpen();
  if (all)
    keep(patron.email); // NO-FLOW
  bool any = patron.hasConsented() || isOpen();
  if (any)
    keep(patron.email); // FLOW
  bool reset = patron.hasConsented();
  reset = isOpen();
  if (reset)
    keep(patron.email); // FLOW
}

void textByCondition(const Patron& patron) {
  std::string text = "none";
  if (patron.hasConsented())
    text = patron.email;
  keep(text); // NO-FLOW
  std::string other = "none";
  if (isOpen())
    other = patron.email;
  keep(other); // FLOW
}

void correlated(const Patron& patron) {
  std::string text;
  if (!patron.hasConsented())
    text = patron.email;
  if (patron.hasConsented())
    keep(text); // NO-FLOW
  else
    keep(text); // FLOW
}

void switched(const Patron& patron) {
  switch (int{patron.hasConsented()}) {
  case 1:
    keep(patron.email); // NO-FLOW
    break;
  default:
    keep(patron.email); // FLOW
  }
  while (patron.hasConsented() && isOpen())
    keep(patron.email); // NO-FLOW
}

} // namespace features
