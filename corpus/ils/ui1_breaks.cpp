// RUN: not circumspect check %s -- -std=c++20 -I%S/include | FileCheck %s
// UI-1: the consortium keeps a limited set of patron data. The nightly feed of its warehouse sends
// whole rows, PIN included.

#include "partners.h"

#include <initializer_list>
#include <sstream>

namespace ils {

class CsvRow {
public:
  CsvRow& add(const std::string& cell) {
    if (!row_.empty())
      row_ += ';';
    row_ += cell;
    return *this;
  }

  const std::string& str() const { return row_; }

private:
  std::string row_;
};

static CsvRow& operator<<(CsvRow& row, const Patron& patron) {
  return row.add(patron.username).add(patron.pin).add(std::to_string(patron.homeBranch));
}

class NightlyFeed {
public:
  explicit NightlyFeed(Consortium& consortium) : consortium_(consortium) {}

  void run(const std::vector<Patron>& patrons) {
    for (const Patron& patron : patrons) {
      if (!patron.isRegistered)
        continue;
      CsvRow row;
      row << patron;
      // CHECK: ui1_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}UI-1-limit{{.*}}]
      consortium_.feedWarehouse(row.str());
    }
  }

private:
  Consortium& consortium_;
};

void feed(Consortium& consortium, const std::vector<Patron>& patrons) {
  NightlyFeed(consortium).run(patrons);
}

} // namespace ils
