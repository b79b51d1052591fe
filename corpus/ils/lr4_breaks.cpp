// RUN: not circumspect check %s -- -std=c++20 -I%S/include | FileCheck %s
// LR-4: the same report, with a page for the reader of the year. Counting is harmless; the name
// above the count is not.

#include "reports.h"

#include <algorithm>
#include <sstream>

namespace ils {

struct Reader {
  std::string name;
  std::size_t loans = 0;
};

static Reader busiest(const std::vector<Account>& accounts) {
  auto most =
      std::max_element(accounts.begin(), accounts.end(), [](const Account& a, const Account& b) {
        return a.loans.size() < b.loans.size();
      });
  if (most == accounts.end())
    return {};
  return {most->patron.name, most->loans.size()};
}

static void addReaderOfTheYear(PublicReport& out, const Reader& reader) {
  std::stringstream line;
  line << "Reader of the year: " << reader.name << ", with " << reader.loans << " loans";
  // CHECK: lr4_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}LR-3{{.*}}]
  out.addLine(line.str());
}

void publishYear(PublicReport& out, const std::vector<Account>& accounts) {
  std::vector<Loan> loans;
  for (const Account& account : accounts)
    for (const Loan& loan : account.loans)
      loans.push_back(loan);
  out.addLine("Loans at the main branch: " + std::to_string(countLoans(loans, 0)));
  addReaderOfTheYear(out, busiest(accounts));
}

} // namespace ils
