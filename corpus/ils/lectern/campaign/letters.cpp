// Letters: to those who gave, to those who answered, and to those who might give.
#include "campaign.h"

#include "../core/log.h"

#include <fmt/format.h>

namespace lectern {

// OP-2: what somebody answered is kept to inform them.
void Campaign::keep(const Answer& answer) {
  if (answer.wantsNews)
    news_.insert(answer.email, answer.text);
  log().info("campaign: an answer was kept");
}

// OP-2, OP-3: news of the building site, to those who gave and have not stopped it.
void Campaign::news(const std::vector<Donor>& donors, const std::string& text) {
  for (const Donor& donor : donors)
    if (!subscriptions_.stopped(donor, List::Events))
      mailer_.newsletter(donor.email, fmt::format("Dear {},\n{}", donor.name, text));
}

// An answer of "please stop" is an answer, too, and has an address in it (OP-3).
void Campaign::newsToAll(const std::vector<Answer>& answers, const std::string& text) {
  for (const Answer& answer : answers)
    // CHECK: letters.cpp:[[#@LINE+1]]:{{.*}}[violation: OP-3]
    mailer_.newsletter(answer.email, fmt::format("Dear {},\n{}", answer.from, text));
}

// A kind word makes a good poster; whoever wrote it wrote to the library (OP-2).
void Campaign::quote(Poster& poster, const Answer& answer) const {
  if (!answer.wantsNews)
    return;
  // CHECK: letters.cpp:[[#@LINE+1]]:{{.*}}correspondence.response{{.*}}public{{.*}}[violation: UI-3, SA-2]
  poster.print("\"" + answer.text + "\"");
}

// All that people answered, into the file of a company that sorts letters by mood: no clause says
// that it may be kept elsewhere (OP-2).
void Campaign::sortByMood(MoodService& service, const std::vector<Answer>& answers) const {
  for (const Answer& answer : answers)
    // CHECK: letters.cpp:[[#@LINE+1]]:{{.*}}correspondence.response{{.*}}agent.contractor{{.*}}[undecided]
    service.keep(answer.text);
}

// OP-4: by name, and not those who stopped it (OP-3).
void Campaign::ask(const std::vector<Patron>& patrons) {
  for (const Patron& patron : patrons) {
    if (patron.profile != Profile::Adult || subscriptions_.stopped(patron, List::Appeals))
      continue;
    mailer_.appeal(patron.email, fmt::format("Dear {},\nhelp us build.", patron.name));
  }
}

// "Round up your fine": what somebody owes is a record of what they borrowed (OP-4, LR-1).
void Campaign::askAtTheDesk(const Patron& patron) {
  if (patron.centsOwed == 0 || subscriptions_.stopped(patron, List::Appeals))
    return;
  // CHECK: letters.cpp:[[#@LINE+1]]:{{.*}}circulation.fine{{.*}}[violation: LR-1]
  mailer_.appeal(patron.email,
                 fmt::format("You owe {} cents. Make it ten dollars?", patron.centsOwed));
}

// One of a household is asked whether it wants letters, and all of them get one: who stopped is
// somebody else (OP-3).
void Campaign::askHousehold(const std::vector<Patron>& household) {
  const Patron& head = household.front();
  if (subscriptions_.stopped(head, List::Appeals))
    return;
  for (const Patron& patron : household)
    // CHECK: letters.cpp:[[#@LINE+1]]:{{.*}}[conflict: OP-3]
    mailer_.appeal(patron.email, fmt::format("Dear {},\nhelp us build.", patron.name));
}

// OP-5: those who write the cards of thanks work here.
void Campaign::thankByHand(ThanksTray& tray, const std::vector<Donor>& donors) const {
  for (const Donor& donor : donors)
    if (donor.giftCents >= largeGift)
      tray.put(donor.name, donor.address);
}

// OP-5: the friends are told how many gave, and nothing of whom.
void Campaign::tellFriends(Friends& friends, const std::vector<Donor>& donors) const {
  friends.share({{"donors", donors.size()}});
}

// The friends raise money for the library, and are not the library (OP-5).
void Campaign::shareWithFriends(Friends& friends, const std::vector<Donor>& donors) const {
  nlohmann::json list = nlohmann::json::array();
  for (const Donor& donor : donors)
    list.push_back({{"name", donor.name}, {"email", donor.email}});
  // CHECK: letters.cpp:[[#@LINE+1]]:{{.*}}third-party.friends{{.*}}[violation: UI-3, OP-5, SA-2]
  friends.share(list);
}

// A contract makes UI-3 right, and not OP-5.
void Campaign::screen(WealthScreening& company, const std::vector<Donor>& donors) const {
  if (!company.isUnderContract())
    return;
  nlohmann::json list;
  for (const Donor& donor : donors)
    list.push_back({{"name", donor.name}, {"address", donor.address}, {"cents", donor.giftCents}});
  // CHECK: letters.cpp:[[#@LINE+1]]:{{.*}}agent.contractor{{.*}}[violation: OP-5]
  company.screen(list);
}

// The museum wrote to us, and not to them (OP-5).
void Campaign::askForMuseum(const std::vector<Donor>& donors) {
  for (const Donor& donor : donors)
    if (!subscriptions_.stopped(donor, List::Appeals))
      // CHECK: letters.cpp:[[#@LINE+1]]:{{.*}}[violation: {{.*}}OP-5-mailing
      mailer_.onBehalfOf("museum", donor.email, fmt::format("Dear {},", donor.name));
}

} // namespace lectern
