#include "notices.h"

#include "../core/log.h"

namespace lectern {

// OP-2, OP-3: to those who have not stopped it.
void Outreach::newsletter(const std::vector<Patron>& patrons, const std::string& text) {
  int sent = 0;
  for (const Patron& patron : patrons) {
    if (patron.email.empty() || subscriptions_.stopped(patron, List::Events))
      continue;
    mailer_.newsletter(patron.email, "Dear " + patron.name + ",\n" + text);
    ++sent;
  }
  log().info("newsletter: {} sent", sent);
}

// The first run stopped half-way. The second one starts from the table of addresses, and that one
// does not know who had unsubscribed in between.
void Outreach::resend(const std::vector<Patron>& patrons, const std::string& text) {
  for (const Patron& patron : patrons)
    if (!patron.email.empty())
      // CHECK: outreach.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, OP-3]
      mailer_.newsletter(patron.email, text);
}

// OP-4: users may be asked for support, and those who stopped that are not asked.
void Outreach::appeal(const std::vector<Patron>& patrons) {
  for (const Patron& patron : patrons)
    if (!subscriptions_.stopped(patron, List::Appeals))
      mailer_.appeal(patron.email, "Dear " + patron.name + ",\nplease support your library.");
}

// OP-4 permits it and OP-3 does not, as adopted: nobody said which of them comes first
// (OP-4).
void Outreach::appealToAll(const std::vector<Patron>& patrons) {
  for (const Patron& patron : patrons)
    // CHECK: outreach.cpp:[[#@LINE+1]]:{{.*}}[conflict: OP-3]
    mailer_.appeal(patron.email, "Dear " + patron.name + ",\nplease support your library.");
}

void Outreach::thank(const std::vector<Donor>& donors) {
  for (const Donor& donor : donors) {
    if (subscriptions_.stopped(donor, List::Appeals))
      continue;
    mailer_.newsletter(donor.email, "Dear " + donor.name + ",\nthank you.");
  }
}

// All donor data is confidential, from the print house too (OP-5).
void Outreach::appealOnPaper(const std::vector<Donor>& donors) {
  if (!printer_.isUnderContract())
    return;
  for (const Donor& donor : donors)
    // CHECK: outreach.cpp:[[#@LINE+1]]:{{.*}}[violation: OP-5]
    printer_.appeal(donor.address, "Dear " + donor.name + ",");
}

// "The zoo did us a favour, so we send their letter to our donors."
void Outreach::passOn(const std::string& organisation, const std::vector<Donor>& donors) {
  for (const Donor& donor : donors)
    // CHECK: outreach.cpp:[[#@LINE+1]]:{{.*}}[violation: {{.*}}OP-5-mailing
    mailer_.onBehalfOf(organisation, donor.email, "Dear " + donor.name + ",");
}

} // namespace lectern
