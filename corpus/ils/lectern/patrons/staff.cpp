#include "staff.h"

#include "../core/log.h"

#include <algorithm>

namespace lectern {

Patron* PatronService::find(const std::string& barcode) {
  auto found = std::find_if(patrons_.begin(), patrons_.end(),
                            [&](const Patron& patron) { return patron.barcode == barcode; });
  return found == patrons_.end() ? nullptr : &*found;
}

// SA-1: with the card in hand, and for the duty at the desk.
void PatronService::openForDesk(StaffSession& session, const std::string& barcode) {
  if (const Patron* patron = find(barcode))
    session.open(*patron, Duty::Circulation);
  else
    log().info("no such card");
}

// "What does she read?" No duty asks for it.
void PatronService::whoIsInTheNews(StaffSession& session, const std::string& surname) {
  for (const Patron& patron : patrons_) {
    if (patron.name.find(surname) == std::string::npos)
      continue;
    for (const std::string& title : patron.history)
      // CHECK: staff.cpp:[[#@LINE+1]]:{{.*}}[violation: {{.*}}SA-1-only
      session.peek(title);
  }
}

void PatronService::neighbours(StaffSession& session, const std::string& street) {
  std::vector<std::string> lines;
  for (const Patron& patron : patrons_)
    if (patron.address.street.ends_with(street))
      lines.push_back(patron.name + ", " + patron.phone);
  std::sort(lines.begin(), lines.end());
  for (const std::string& line : lines)
    // CHECK: staff.cpp:[[#@LINE+1]]:{{.*}}[violation: {{.*}}SA-1-only
    session.peek(line);
}

// A spouse is a third party, however well meant (LR-3, SA-2).
void PatronService::answerSpouse(Telephone& line, const Caller& caller, const Patron& patron) {
  std::string answer = "Two books are ready for " + patron.name;
  if (!patron.holds.empty())
    answer += ": " + patron.holds.front().title;
  // CHECK: staff.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  line.tell(caller, answer);
}

// The form on file is what LR-3 asks for. UI-3, as adopted, has no word of it: the policy says
// both.
void PatronService::answerWithPermission(Telephone& line, const Caller& caller,
                                         const Patron& patron) {
  if (!patron.signedRelease()) {
    line.tell(caller, "We cannot say whether anybody of that name has a card.");
    return;
  }
  for (const Hold& hold : patron.holds)
    if (hold.readySince)
      // CHECK: staff.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
      line.tell(caller, hold.title + " is ready");
}

// One of the two signed the form, and the other one's books are read out.
void PatronService::answerFriend(Telephone& line, const Caller& caller, const Patron& one,
                                 const Patron& friendOf) {
  if (!one.signedRelease())
    return;
  for (const Loan& loan : friendOf.loans)
    // CHECK: staff.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
    line.tell(caller, loan.title);
}

// A child's loans are the child's: a guardian is told how much is owed for, not which books.
void PatronService::remindGuardian(GuardianMail& mail, const Patron& child) {
  if (child.profile != Profile::Child || child.loans.empty())
    return;
  mail.send("guardian", "Some items on your child's card are overdue.");
  // CHECK: staff.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  mail.send("guardian", "Please return " + child.loans.front().title);
}

// SA-2, LR-5: what a law demands, and what is no library record: the address of a visitor of the
// web site.
void PatronService::answerDemand(PublicRecordsOffice& office, const Demand& demand,
                                 const std::string& visitor) {
  if (!demand.requiredByLaw()) {
    log().info("demand {} has no basis", demand.reference);
    return;
  }
  office.hand(demand, visitor);
}

} // namespace lectern
