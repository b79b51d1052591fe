// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// LR-2: the consortium's telephone service calls users about what is overdue, under its contract.

#include "circulation.h"
#include "log.h"
#include "partners.h"

#include <algorithm>

namespace ils {

struct Reminder {
  std::string name;
  std::string phone;
};

static bool hasOverdueLoan(const Account& account) {
  return std::any_of(account.loans.begin(), account.loans.end(),
                     [](const Loan& loan) { return loan.isOverdue(); });
}

static std::vector<Reminder> collectReminders(const std::vector<Account>& accounts) {
  std::vector<Reminder> reminders;
  for (const Account& account : accounts)
    if (hasOverdueLoan(account) && !account.patron.phone.empty())
      reminders.push_back({account.patron.name, account.patron.phone});
  return reminders;
}

void remindByPhone(Consortium& consortium, const std::vector<Account>& accounts) {
  if (!consortium.isUnderContract()) {
    logLine("the consortium's contract has run out; no calls are made");
    return;
  }
  for (const Reminder& reminder : collectReminders(accounts))
    consortium.callUser(reminder.name, reminder.phone);
}

} // namespace ils
