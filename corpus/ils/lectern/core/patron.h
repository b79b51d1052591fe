// What the services know of the people who use the library and who give to it.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lectern {

using Clock = std::chrono::system_clock;
using Day = std::chrono::sys_days;

enum class Profile : std::uint8_t { Adult, Child, Staff, Institution };

struct Address {
  std::string street;
  std::string town;
  std::string zip;
};

struct Loan {
  std::string item;
  std::string title;
  Day due;
  bool isRenewable = true;
};

struct Hold {
  std::string title;
  int branch = 0;
  std::optional<Day> readySince;
};

/// A cardholder. What is said here of one is said of nobody else.
class Patron {
public:
  std::int64_t id = 0;
  std::string barcode;
  std::string name;
  Address address;
  std::string phone;
  std::string email;
  std::string birthdate;
  std::string guardian; ///< of a child
  std::string note;     ///< what staff wrote
  Profile profile = Profile::Adult;
  int homeBranch = 0;
  long centsOwed = 0;
  std::vector<Loan> loans;
  std::vector<Hold> holds;
  std::vector<std::string> history; ///< only of those who asked that it be kept

  /// The signed release form is in the cabinet, and names the recipient.
  bool signedRelease() const;
  /// The user ticked the box for it.
  bool consentsToContact() const;
  /// The user has asked for something that cannot be done otherwise.
  bool requested() const;
  bool wantsHistory() const { return wantsHistory_; }

private:
  bool wantsHistory_ = false;
};

/// Someone who gave, whether or not they have a card.
struct Donor {
  std::string name;
  std::string address;
  std::string email;
  long giftCents = 0;
  std::string dedication; ///< "in memory of …"
  int year = 0;
  bool wantsRecognition = false;
};

} // namespace lectern
