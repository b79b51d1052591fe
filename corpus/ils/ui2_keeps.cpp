// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// UI-2: a user who has logged in sees their own record, loans, holds and fines.

#include "circulation.h"

#include <iomanip>
#include <sstream>

namespace ils {

static std::string dollars(int cents) {
  std::ostringstream out;
  out << '$' << cents / 100 << '.' << std::setw(2) << std::setfill('0') << cents % 100;
  return out.str();
}

class AccountView {
public:
  AccountView(AccountPage& page, const Account& account) : page_(page), account_(account) {}

  void render() const {
    page_.add(account_.patron.name + " <" + account_.patron.email + ">");
    page_.add(account_.patron.address);
    for (const Loan& loan : account_.loans)
      page_.add((loan.isOverdue() ? "overdue: " : "on loan: ") + loan.title());
    for (const Hold& hold : account_.holds)
      page_.add("waiting: " + hold.title + ", number " + std::to_string(hold.position));
    if (account_.centsOwed > 0)
      page_.add("you owe " + dollars(account_.centsOwed));
  }

private:
  AccountPage& page_;
  const Account& account_;
};

void showAccount(AccountPage& page, const Account& account) {
  AccountView(page, account).render();
}

} // namespace ils
