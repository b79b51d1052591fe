// What users see of themselves on the web, and what the consortium keeps of them.
#include "account.h"

#include "../core/log.h"

#include <algorithm>
#include <sstream>

namespace lectern {

// UI-2: everything that is on file, to the one whom it is about.
void AccountPage::render(const Patron& patron) {
  page_.add(patron.name + " <" + patron.email + ">");
  page_.add(patron.address.street + ", " + patron.address.zip + " " + patron.address.town);
  for (const Loan& loan : patron.loans)
    page_.add(loan.title);
  if (patron.wantsHistory())
    for (const std::string& title : patron.history)
      page_.add("read: " + title);
}

// UI-1: the limited set.
void ConsortiumRegister::enrol(const Patron& patron) {
  row("name", patron.name);
  row("street", patron.address.street);
  row("zip", patron.address.zip);
  row("phone", patron.phone);
  row("birthdate", patron.birthdate);
  if (patron.consentsToContact())
    row("email", patron.email);
}

void ConsortiumRegister::row(const char* column, const std::string& value) {
  if (!value.empty())
    database_.put(column, value);
}

// One column too many: the card's number, "to have a key". UI-1 calls the set limited; LR-2 lets
// the agent have what operation needs.
void ConsortiumRegister::enrolWithKey(const Patron& patron) {
  // CHECK: account.cpp:[[#@LINE+1]]:{{.*}}[conflict: UI-1-limit]
  database_.put("key", patron.barcode);
  database_.put("name", patron.name);
}

// The warehouse wants to know who reads what, and statistics are not operation (LR-2).
void ConsortiumRegister::feedWarehouse(const std::vector<Patron>& patrons) {
  for (const Patron& patron : patrons) {
    std::ostringstream row;
    row << patron.birthdate.substr(0, 4) << ';' << patron.address.zip << ';' << patron.note;
    for (const std::string& title : patron.history)
      row << ';' << title;
    // CHECK: account.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1]
    warehouse_.load(row.str());
  }
}

} // namespace lectern
