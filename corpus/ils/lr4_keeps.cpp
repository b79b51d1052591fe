// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// LR-4: the yearly report counts loans by branch and names nobody.

#include "reports.h"

#include <array>
#include <cstdio>

namespace ils {

static constexpr std::array<const char*, 3> branches = {"Main Street", "Barlow Mountain", "Depot"};

class YearlyReport {
public:
  explicit YearlyReport(PublicReport& out) : out_(out) {}

  void add(const std::vector<Account>& accounts) {
    for (const Account& account : accounts)
      loans_.insert(loans_.end(), account.loans.begin(), account.loans.end());
  }

  void publish() {
    for (std::size_t branch = 0; branch < branches.size(); ++branch)
      out_.addLine(line(branches[branch], countLoans(loans_, static_cast<int>(branch))));
  }

private:
  static std::string line(const char* branch, std::size_t loans) {
    char text[80];
    std::snprintf(text, sizeof text, "%-20s %zu loans", branch, loans);
    return text;
  }

  PublicReport& out_;
  std::vector<Loan> loans_;
};

void publishYear(PublicReport& out, const std::vector<Account>& accounts) {
  YearlyReport report(out);
  report.add(accounts);
  report.publish();
}

} // namespace ils
