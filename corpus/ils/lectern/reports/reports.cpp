#include "reports.h"

#include <algorithm>
#include <sstream>

namespace lectern {

// LR-4: counts that identify nobody.
void publish(YearPage& page, const std::vector<Patron>& patrons) {
  std::ostringstream line;
  line << "Loans: " << countLoans(patrons);
  page.add(line.str());
  for (int branch = 0; branch < 2; ++branch)
    page.add("Cardholders of branch " + std::to_string(branch) + ": " +
             std::to_string(countCardholders(patrons, branch)));
}

void report(StateReport& form, const std::vector<Patron>& patrons) {
  form.fill("registered", countCardholders(patrons, 0));
  form.fill("circulation", countLoans(patrons));
}

static void addRows(YearPage& page, const std::vector<Cell>& cells) {
  for (const Cell& cell : cells) {
    std::ostringstream row;
    row << cell.zip << ' ' << cell.decade << ' ' << cell.loans;
    page.add(row.str());
  }
}

// Every cell that is not empty, and so those of one person (LR-4).
static void addFineRows(YearPage& page, const std::vector<Cell>& cells) {
  for (const Cell& cell : cells)
    if (cell.loans > 0)
      // CHECK: reports.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
      page.add(cell.zip + ' ' + cell.decade + ' ' + std::to_string(cell.loans));
}

// The same table twice: in cells that are large enough, and as it comes, where the only reader born
// in the twenties behind one postal code is a neighbour that everybody knows.
void publishByPlace(YearPage& page, const std::vector<Patron>& patrons) {
  addRows(page, coarsen(tabulate(patrons)));
  addFineRows(page, tabulate(patrons));
}

// A summer reading club with prizes. The names are not statistics (LR-4).
void publishReaders(YearPage& page, const std::vector<Patron>& patrons) {
  std::vector<const Patron*> best;
  for (const Patron& patron : patrons)
    if (patron.loans.size() > 20)
      best.push_back(&patron);
  std::sort(best.begin(), best.end(),
            [](const Patron* a, const Patron* b) { return a->loans.size() > b->loans.size(); });
  for (const Patron* patron : best)
    // CHECK: reports.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
    page.add(patron->name + ", " + std::to_string(patron->loans.size()) + " books");
}

} // namespace lectern
