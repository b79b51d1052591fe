// RUN: not circumspect check %s -- -std=c++20 -I%S/include | FileCheck %s
// LR-3: a household takes part in a reading study. The form of the one who asked is looked up, and
// the records of the other go out with it: the permission is not that user's.

#include "partners.h"

#include <sstream>

namespace ils {

struct Household {
  Patron& applicant;
  Patron& partner;
};

static void write(std::ostream& out, const Patron& patron) {
  out << patron.name;
  for (const std::string& title : patron.borrowed)
    out << '\t' << title;
  out << '\n';
}

class StudyDesk {
public:
  explicit StudyDesk(ReadingStudy& study) : study_(study) {}

  void contribute(const Household& household) {
    if (!study_.hasConfidentialityAgreement())
      return;
    if (household.applicant.hasWrittenPermission()) {
      submit(household.applicant);
      submit(household.partner);
    }
  }

private:
  void submit(const Patron& patron) {
    std::ostringstream record;
    write(record, patron);
    // CHECK: lr3_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}LR-3{{.*}}]
    study_.submit(record.str());
  }

  ReadingStudy& study_;
};

void takePart(ReadingStudy& study, Patron& one, Patron& other) {
  StudyDesk desk(study);
  desk.contribute({one, other});
}

} // namespace ils
