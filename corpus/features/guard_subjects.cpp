// Conditions are about somebody: the permission of one is not that of another, and is lost when the
// name means another.
#include "consent.h"

#include <utility>
#include <vector>

namespace features {

void twoPeople(const Patron& one, const Patron& other) {
  if (one.hasConsented()) {
    keep(one.email);   // NO-FLOW
    keep(other.email); // FLOW
  }
  if (one.hasConsented() && other.hasConsented()) {
    keep(one.email);   // NO-FLOW
    keep(other.email); // NO-FLOW
  }
}

void members(const std::pair<Patron, Patron>& household, const Patron& other) {
  if (household.first.hasConsented())
    keep(household.first.email); // NO-FLOW
  if (household.first.hasConsented())
    keep(household.second.email); // FLOW
  if (other.hasConsented())
    keep(household.first.email); // FLOW
}

void elements(const std::vector<Patron>& patrons, int i, int j) {
  if (patrons[i].hasConsented()) {
    keep(patrons[i].email); // NO-FLOW
    keep(patrons[j].email); // FLOW
  }
  if (patrons[0].hasConsented()) {
    keep(patrons[0].email); // NO-FLOW
    keep(patrons[1].email); // FLOW
  }
}

void inLoops(const Patron* all, Patron* const* pointers, int count) {
  for (int i = 0; i < count; ++i)
    if (all[i].hasConsented())
      keep(all[i].email); // NO-FLOW
  for (int i = 0; i < count; ++i) {
    if (!pointers[i]->hasConsented())
      continue;
    keep(pointers[i]->email); // NO-FLOW
  }
  int before = 0;
  for (int i = 0; i < count; ++i) {
    if (all[before].hasConsented())
      keep(all[i].email); // FLOW
    before = i;
  }
  for (const Patron* patron = all; patron != all + count; ++patron)
    if (patron->hasConsented())
      keep(patron->email); // NO-FLOW
}

void reassigned(Patron* patron, Patron* next) {
  if (!patron->hasConsented())
    return;
  keep(patron->email); // NO-FLOW
  patron = next;
  keep(patron->email); // FLOW
}

void overwritten(Patron& patron, const Patron& other) {
  if (!patron.hasConsented())
    return;
  patron = other;
  keep(patron.email); // FLOW
}

void acrossRounds(const std::vector<Patron>& patrons) {
  bool agreed = false;
  for (const Patron& patron : patrons) {
    if (agreed)
      keep(patron.email); // FLOW
    agreed = patron.hasConsented();
  }
  const Patron* last = nullptr;
  for (const Patron& patron : patrons) {
    if (last && last->hasConsented())
      keep(patron.email); // FLOW
    last = &patron;
  }
}

void aliases(Patron& patron) {
  const Patron& same = patron;
  const Patron* pointer = &patron;
  if (same.hasConsented())
    keep(patron.email); // NO-FLOW
  if (pointer->hasConsented())
    keep(same.email); // NO-FLOW
}

void copies(const Patron& patron) {
  const Patron copy = patron;
  if (patron.hasConsented())
    keep(copy.email); // NO-FLOW
  std::string email = patron.email;
  if (patron.hasConsented())
    keep(email); // NO-FLOW
}

void mixed(const Patron& one, const Patron& other) {
  if (one.hasConsented())
    keep(one.email + other.email); // FLOW
  if (one.hasConsented() && other.hasConsented())
    keep(one.email + other.email); // NO-FLOW
}

} // namespace features
