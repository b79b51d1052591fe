#include "notices.h"

#include "../core/log.h"

#include <sstream>

namespace lectern {

static std::string letterTo(const Patron& patron) {
  return patron.name + "\n" + patron.address.street + "\n" + patron.address.town;
}

// LR-2, UI-3: to the user, or through a company that works for the library under contract.
void Notices::overdue(const Patron& patron) {
  std::ostringstream text;
  text << "Dear " << patron.name << ",\n";
  for (const Loan& loan : patron.loans)
    text << "  " << loan.title << '\n';
  if (!patron.email.empty())
    mailer_.notify(patron.email, text.str());
  else if (printer_.isUnderContract())
    printer_.notice(letterTo(patron), text.str());
  else
    log().warn("a notice could not be sent");
}

// The company changed in spring, and nobody asked the new one to sign. LR-2 has no word of it, UI-3
// has.
void Notices::overdueByText(const Patron& patron) {
  for (const Loan& loan : patron.loans)
    // CHECK: notices.cpp:[[#@LINE+1]]:{{.*}}[conflict: UI-3]
    texts_.send(patron.phone, "Overdue: " + loan.title);
}

// The shelf's number and nothing else: whoever holds the telephone need not be its owner.
void Notices::ready(const Patron& patron, const Hold& hold, int number) {
  if (!hold.readySince || !texts_.isUnderContract())
    return;
  texts_.send(patron.phone, "Number " + std::to_string(number) + " is ready.");
}

} // namespace lectern
