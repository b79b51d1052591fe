// RUN: not circumspect check %s -- -std=c++20 -I%S/include | FileCheck %s
// LR-2: an agent gets what the operation of the library needs. The yearly appeal for gifts is not
// operation, so what LR-1 says of confidential records stands, contract or not.

#include "circulation.h"
#include "notices.h"

#include <sstream>

namespace ils {

struct Letter {
  std::string address;
  std::string text;
};

static Letter appealTo(const Patron& patron) {
  std::ostringstream text;
  text << "Dear " << patron.name << ",\n"
       << "you have borrowed " << patron.borrowed.size() << " books from us, "
       << "the last one was " << patron.borrowed.back() << ".\n";
  return Letter{patron.name + "\n" + patron.address, text.str()};
}

class Appeal {
public:
  explicit Appeal(PrintHouse& printer) : printer_(printer) {}

  void add(const Patron& patron) {
    if (!patron.borrowed.empty())
      letters_.push_back(appealTo(patron));
  }

  void post() {
    if (!printer_.isUnderContract())
      return;
    for (const Letter& letter : letters_)
      // CHECK: lr2_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}LR-1{{.*}}]
      printer_.printAppeal(letter.address, letter.text);
  }

private:
  PrintHouse& printer_;
  std::vector<Letter> letters_;
};

void appeal(PrintHouse& printer, const std::vector<Patron>& patrons) {
  Appeal letters(printer);
  for (const Patron& patron : patrons)
    letters.add(patron);
  letters.post();
}

} // namespace ils
