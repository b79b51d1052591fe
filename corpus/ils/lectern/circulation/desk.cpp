#include "desk.h"

#include "../core/log.h"

#include <algorithm>
#include <sstream>

namespace lectern {

void Desk::requireGoodStanding(const Patron& patron) const {
  if (patron.centsOwed > rules_.mostCentsOwed)
    throw Refusal(patron.name + " owes more than is allowed");
  if (patron.loans.size() >= rules_.maximum)
    throw Refusal("no more than " + std::to_string(rules_.maximum) + " items at a time");
}

void Desk::checkOut(Patron& patron, const std::string& item, const std::string& title, Day today) {
  requireGoodStanding(patron);
  Loan loan{item, title, today + std::chrono::days(rules_.days)};
  store_.insert(patron, loan);
  patron.loans.push_back(loan);
  // LR-1: numbers tell what the service does without telling whose loans they are.
  log().info("check-out at branch {}, {} open loans", patron.homeBranch, rules_.maximum);
  // CHECK: desk.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1]
  log().debug("check-out: {} -> {} ({})", item, patron.barcode, title);
}

void Desk::checkIn(Patron& patron, const std::string& item) {
  auto loan = std::find_if(patron.loans.begin(), patron.loans.end(),
                           [&](const Loan& open) { return open.item == item; });
  if (loan == patron.loans.end()) {
    log().warn("returned, and not lent to anybody");
    return;
  }
  // LR-1: what has come back is forgotten, unless its reader wants a list of what they have read.
  if (patron.wantsHistory())
    store_.keepHistory(patron, loan->title);
  store_.close(patron, item);
  patron.loans.erase(loan);
}

void Desk::renewAll(Patron& patron, Day today) {
  for (Loan& loan : patron.loans) {
    try {
      if (!loan.isRenewable)
        throw Refusal(loan.title + " is wanted by somebody else");
      loan.due = today + std::chrono::days(rules_.days);
    } catch (const Refusal& refusal) {
      // The title is in the exception's text, and the text is in the log.
      // CHECK: desk.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1]
      log().error("renewal: {}", refusal.what());
    }
  }
}

// LR-2, SA-1: what the desk needs to lend and to take back.
void Desk::showAccount(const Patron& patron) {
  std::ostringstream head;
  head << patron.name << " (" << patron.barcode << "), owes " << patron.centsOwed << " cents";
  screen_.show(head.str());
  for (const Loan& loan : patron.loans)
    screen_.show("  " + loan.title);
  for (const Hold& hold : patron.holds)
    if (hold.readySince)
      screen_.show("  waiting: " + hold.title);
}

} // namespace lectern
