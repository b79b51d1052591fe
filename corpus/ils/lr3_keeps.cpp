// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// LR-3: a university studies what people read. It gets the records of those who signed the form,
// and it has promised to keep them confidential, as UI-3 wants.

#include "log.h"
#include "partners.h"

#include <sstream>

namespace ils {

static std::string toRecord(const Patron& patron) {
  std::ostringstream record;
  record << patron.birthdate;
  for (const std::string& title : patron.borrowed)
    record << '\t' << title;
  return record.str();
}

static bool maySubmit(const Patron& patron, const ReadingStudy& study) {
  return patron.hasWrittenPermission() && study.hasConfidentialityAgreement();
}

void contribute(ReadingStudy& study, const std::vector<Patron>& patrons) {
  int left = 0;
  for (const Patron& patron : patrons) {
    if (!maySubmit(patron, study)) {
      ++left;
      continue;
    }
    study.submit(toRecord(patron));
  }
  logLine("%d users did not give their permission", left);
}

} // namespace ils
