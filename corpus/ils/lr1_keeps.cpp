// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// LR-1: checking out. The desk sees who borrows what; the log only learns that someone did.

#include "circulation.h"
#include "log.h"

#include <sstream>

namespace ils {

static std::string receiptLine(const Patron& patron, const Loan& loan) {
  std::ostringstream line;
  line << patron.name << " borrows \"" << loan.title() << '"';
  return line.str();
}

class CirculationDesk {
public:
  explicit CirculationDesk(StaffTerminal& terminal) : terminal_(terminal) {}

  void checkOut(Account& account, const Item& item) {
    Loan loan(item, loanDays);
    terminal_.show(receiptLine(account.patron, loan));
    account.loans.push_back(loan);
    log_.write(Level::Info, "check-out at branch " + std::to_string(item.branch));
  }

  void checkIn(Account& account, const std::string& title) {
    std::size_t before = account.loans.size();
    std::erase_if(account.loans, [&](const Loan& loan) { return loan.title() == title; });
    if (account.loans.size() == before)
      logLine("check-in of an item that is not on loan, branch %d", account.patron.homeBranch);
  }

private:
  static constexpr int loanDays = 21;
  StaffTerminal& terminal_;
  Log log_{"desk"};
};

void lend(StaffTerminal& terminal, Account& account, const Item& item) {
  CirculationDesk desk(terminal);
  desk.checkOut(account, item);
  desk.checkIn(account, item.title);
}

} // namespace ils
