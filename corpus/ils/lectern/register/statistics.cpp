#include "register.h"

namespace lectern {

// LR-4: how many, and nothing of whom.
void Register::publishCounts(StatisticsPage& page) {
  Result rows = query("SELECT branchcode, count(*) FROM borrowers GROUP BY branchcode");
  for (int row = 0; row < PQntuples(rows.get()); ++row)
    page.add(std::string(PQgetvalue(rows.get(), row, 0)) + " " + PQgetvalue(rows.get(), row, 1));
}

// By postal code and year of birth every other row counts one person (LR-4).
void Register::publishByPlace(StatisticsPage& page) {
  Result rows = query("SELECT b.zipcode, date_part('year', b.dateofbirth) AS born, count(*) "
                      "FROM borrowers b JOIN issues i USING (borrowernumber) GROUP BY 1, 2");
  for (int row = 0; row < PQntuples(rows.get()); ++row) {
    std::string line = PQgetvalue(rows.get(), row, PQfnumber(rows.get(), "zipcode"));
    line += std::string(" ") + PQgetvalue(rows.get(), row, PQfnumber(rows.get(), "count"));
    // CHECK: statistics.cpp:[[#@LINE+1]]:{{.*}}patron.address{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
    page.add(line);
  }
}

// A sheet of paper at a door through which visitors come as well.
void Register::listDebtors(MorningList& list) {
  Result rows = query("SELECT b.surname, sum(a.amountoutstanding) AS owed FROM borrowers b "
                      "JOIN accountlines a USING (borrowernumber) GROUP BY b.surname");
  for (int row = 0; row < PQntuples(rows.get()); ++row)
    // CHECK: statistics.cpp:[[#@LINE+1]]:{{.*}}circulation.fine{{.*}}patron.name{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
    list.add(std::string(PQgetvalue(rows.get(), row, 0)) + " " + PQgetvalue(rows.get(), row, 1));
}

} // namespace lectern
