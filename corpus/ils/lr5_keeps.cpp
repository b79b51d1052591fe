// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// LR-5: the police ask what someone has borrowed. With a court order they get it.

#include "log.h"
#include "partners.h"

#include <algorithm>

namespace ils {

class RecordsOffice {
public:
  explicit RecordsOffice(const std::vector<Patron>& register_) : register_(register_) {}

  void reply(Inquiry& inquiry) const {
    if (!inquiry.hasCourtOrder()) {
      inquiry.answer("The library's records are confidential (C.G.S. 11-25).");
      logLine("an inquiry without a court order was refused");
      return;
    }
    if (const Patron* patron = find(inquiry.card()))
      inquiry.answer(history(*patron));
  }

private:
  const Patron* find(const std::string& card) const {
    auto found = std::find_if(register_.begin(), register_.end(),
                              [&](const Patron& patron) { return patron.barcode == card; });
    return found == register_.end() ? nullptr : &*found;
  }

  static std::string history(const Patron& patron) {
    std::string text = patron.name + " borrowed:";
    for (const std::string& title : patron.borrowed)
      text.append("\n  ").append(title);
    return text;
  }

  const std::vector<Patron>& register_;
};

void answer(const std::vector<Patron>& patrons, Inquiry& inquiry) {
  RecordsOffice(patrons).reply(inquiry);
}

} // namespace ils
