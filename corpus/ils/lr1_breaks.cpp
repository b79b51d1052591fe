// RUN: not circumspect check %s -- -std=c++20 -I%S/include | FileCheck %s
// LR-1: checking out, with a helpful message for whoever looks for faults later. It ties a name to
// a title in a log that is not there for circulation.

#include "circulation.h"
#include "log.h"

#include <cstdio>

namespace ils {

static std::string describe(const Patron& patron, const Loan& loan) {
  std::string text = patron.name;
  text += " borrows \"" + loan.title() + '"';
  return text;
}

class CirculationDesk {
public:
  void checkOut(Account& account, const Item& item) {
    Loan loan(item, 21);
    account.loans.push_back(loan);
    trace(describe(account.patron, loan));
  }

  void refuse(const Account& account) {
    char reason[120];
    std::snprintf(reason, sizeof reason, "card %s owes too much", account.patron.barcode.c_str());
    // CHECK: lr1_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}LR-1{{.*}}]
    logLine("check-out refused: %s", reason);
  }

private:
  void trace(const std::string& message) {
    std::string stamped = "[" + std::to_string(++count_) + "] " + message;
    // CHECK: lr1_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}LR-1{{.*}}]
    log_.write(Level::Debug, stamped);
  }

  Log log_{"desk"};
  int count_ = 0;
};

void lend(Account& account, const Item& item) {
  CirculationDesk desk;
  if (account.centsOwed > 1000)
    desk.refuse(account);
  else
    desk.checkOut(account, item);
}

} // namespace ils
