// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// UI-3: notices on paper are printed by a company, on a confidential basis and under contract;
// those who gave an e-mail address get an e-mail instead.

#include "circulation.h"
#include "notices.h"

namespace ils {

class OverdueNotices {
public:
  OverdueNotices(Mailer& mailer, PrintHouse& printer) : mailer_(mailer), printer_(printer) {}

  void send(const Account& account) {
    for (const Loan& loan : account.loans) {
      if (!loan.isOverdue())
        continue;
      std::string text = greeting(account.patron) + "\"" + loan.title() + "\" is overdue.";
      if (!account.patron.email.empty())
        mailer_.send(account.patron.email, text);
      else if (printer_.isUnderContract())
        printer_.printNotice(account.patron.address, text);
    }
  }

private:
  static std::string greeting(const Patron& patron) { return "Dear " + patron.name + ",\n"; }

  Mailer& mailer_;
  PrintHouse& printer_;
};

void sendNotices(Mailer& mailer, PrintHouse& printer, const std::vector<Account>& accounts) {
  OverdueNotices notices(mailer, printer);
  for (const Account& account : accounts)
    notices.send(account);
}

} // namespace ils
