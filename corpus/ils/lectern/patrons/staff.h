// What staff do with users' records, each with the duty that it is for.
#pragma once

#include "../core/patron.h"

#include <functional>
#include <string>
#include <vector>

namespace lectern {

/// Why a record is opened. Whoever opens one has to say it.
enum class Duty { Registration, Circulation, Incident };

/// A member of staff at a screen.
class StaffSession {
public:
  /// Opens the record for a duty that has been assigned.
  void open(const Patron& patron, Duty duty);
  /// Puts a line into the pane beside the desk's own work, which no duty asks for.
  void peek(const std::string& line);
  const std::string& user() const { return user_; }

private:
  std::string user_;
};

/// Somebody who asks the library about a user, on the telephone, say.
struct Caller {
  std::string name;
  std::string number;
};

/// The answer that a caller gets.
class Telephone {
public:
  void tell(const Caller& caller, const std::string& answer);
};

/// The guardian of a child, who is not the child.
class GuardianMail {
public:
  void send(const std::string& to, const std::string& text);
};

/// A lawyer's or an authority's demand, as counsel has judged it.
struct Demand {
  std::string reference;
  bool requiredByLaw() const;
};

class PublicRecordsOffice {
public:
  void hand(const Demand& demand, const std::string& document);
};

class PatronService {
public:
  PatronService(std::vector<Patron>& patrons) : patrons_(patrons) {}

  Patron* find(const std::string& barcode);
  void openForDesk(StaffSession& session, const std::string& barcode);
  void whoIsInTheNews(StaffSession& session, const std::string& surname);
  void neighbours(StaffSession& session, const std::string& street);
  void answerSpouse(Telephone& line, const Caller& caller, const Patron& patron);
  void answerWithPermission(Telephone& line, const Caller& caller, const Patron& patron);
  void answerFriend(Telephone& line, const Caller& caller, const Patron& one,
                    const Patron& friendOf);
  void remindGuardian(GuardianMail& mail, const Patron& child);
  void answerDemand(PublicRecordsOffice& office, const Demand& demand, const std::string& visitor);

private:
  std::vector<Patron>& patrons_;
};

} // namespace lectern
