// The campaign for the new reading room: who is asked for support, what is told to those who may
// give, and what is kept of those who did.
#pragma once

#include "../core/patron.h"
#include "../donors/gifts.h"
#include "../notices/notices.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace lectern {

/// What is kept of someone who gave, or who answered a letter.
struct Answer {
  std::string from;
  std::string email;
  std::string text;
  bool wantsNews = false;
};

/// The library's own tables: for newsletters, and for those who plan branches.
class NewsTable {
public:
  void insert(const std::string& email, const std::string& about);
};
class PlanningTable {
public:
  void put(const nlohmann::json& totals);
};

/// A foundation that may give, and the file that it is sent.
class Foundation {
public:
  void send(const nlohmann::json& brief);
};

/// The association of friends, which raises money of its own.
class Friends {
public:
  void share(const nlohmann::json& list);
};

/// A company that finds out what people could give, from their names and addresses.
class WealthScreening {
public:
  bool isUnderContract() const;
  void screen(const nlohmann::json& list);
};

/// The addresses for cards that somebody of the staff writes by hand.
class ThanksTray {
public:
  void put(const std::string& name, const std::string& address);
};

/// The posters in the windows.
class Poster {
public:
  void print(const std::string& text);
};

/// A company that says whether a letter is friendly, and keeps it to learn.
class MoodService {
public:
  void keep(const std::string& text);
};

/// A developer who would like to know who lives around the new branch.
class Developer {
public:
  void send(const nlohmann::json& brief);
};

/// Counts by age and district; cells of fewer than ten are left out, or are not.
nlohmann::json totalsByDistrict(const std::vector<Patron>& patrons);
nlohmann::json cellsByStreet(const std::vector<Patron>& patrons);

class Campaign {
public:
  Campaign(Mailer& mailer, const Subscriptions& subscriptions, NewsTable& news)
      : mailer_(mailer), subscriptions_(subscriptions), news_(news) {}

  // totals.cpp
  void plan(PlanningTable& table, const std::vector<Patron>& patrons) const;
  void brief(Foundation& foundation, const std::vector<Patron>& patrons,
             const std::vector<Donor>& donors) const;
  void briefByStreet(Foundation& foundation, const std::vector<Patron>& patrons) const;
  void briefByPerson(Foundation& foundation, const std::vector<Patron>& patrons) const;
  void briefByGift(Foundation& foundation, const std::vector<Donor>& donors) const;
  void briefDeveloper(Developer& developer, const std::vector<Patron>& patrons) const;

  // letters.cpp
  void keep(const Answer& answer);
  void news(const std::vector<Donor>& donors, const std::string& text);
  void newsToAll(const std::vector<Answer>& answers, const std::string& text);
  void ask(const std::vector<Patron>& patrons);
  void askAtTheDesk(const Patron& patron);
  void askHousehold(const std::vector<Patron>& household);
  void quote(Poster& poster, const Answer& answer) const;
  void sortByMood(MoodService& service, const std::vector<Answer>& answers) const;
  void thankByHand(ThanksTray& tray, const std::vector<Donor>& donors) const;
  void tellFriends(Friends& friends, const std::vector<Donor>& donors) const;
  void shareWithFriends(Friends& friends, const std::vector<Donor>& donors) const;
  void screen(WealthScreening& company, const std::vector<Donor>& donors) const;
  void askForMuseum(const std::vector<Donor>& donors);

private:
  static constexpr long largeGift = 100'000; ///< in cents

  Mailer& mailer_;
  const Subscriptions& subscriptions_;
  NewsTable& news_;
};

} // namespace lectern
