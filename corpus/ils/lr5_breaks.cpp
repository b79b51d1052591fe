// RUN: not circumspect check %s -- -std=c++20 -I%S/include | FileCheck %s
// LR-5: the police ask what someone has borrowed, and it is urgent. Urgency is no court order.

#include "partners.h"

#include <map>

namespace ils {

class RecordsOffice {
public:
  void add(const Patron& patron) { byCard_.emplace(patron.barcode, patron); }

  void reply(Inquiry& inquiry) const {
    if (!isEntitled(inquiry))
      return;
    auto found = byCard_.find(inquiry.card());
    if (found == byCard_.end())
      return;
    const Patron& patron = found->second;
    std::string text;
    for (const std::string& title : patron.borrowed)
      text += title + "\n";
    // CHECK: lr5_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}LR-3{{.*}}]
    inquiry.answer(text);
  }

private:
  static bool isEntitled(const Inquiry& inquiry) {
    return inquiry.hasCourtOrder() || inquiry.isUrgent();
  }

  std::map<std::string, Patron> byCard_;
};

void answer(const std::vector<Patron>& patrons, Inquiry& inquiry) {
  RecordsOffice office;
  for (const Patron& patron : patrons)
    office.add(patron);
  office.reply(inquiry);
}

} // namespace ils
