// Lending: items, loans and holds, and the screen at the circulation desk.
#pragma once

#include "patron.h"

#include <string>
#include <utility>
#include <vector>

namespace ils {

/// A copy on the shelf.
struct Item {
  std::string title;
  std::string callNumber;
  int branch = 0;
};

/// What one user has at home.
class Loan {
public:
  Loan(const Item& item, int daysLeft)
      : title_(item.title), branch_(item.branch), daysLeft_(daysLeft) {}

  const std::string& title() const { return title_; }
  int branch() const { return branch_; }
  bool isOverdue() const { return daysLeft_ < 0; }

private:
  [[clang::annotate("circumspect:data=circulation.loan")]] std::string title_;
  int branch_;
  int daysLeft_;
};

/// What one user waits for.
struct Hold {
  [[clang::annotate("circumspect:data=circulation.hold")]] std::string title;
  int position = 0;
};

/// A user together with what they have and wait for.
struct Account {
  Patron patron;
  std::vector<Loan> loans;
  std::vector<Hold> holds;
  [[clang::annotate("circumspect:data=circulation.fine")]] int centsOwed = 0;
};

/// The screen that only the staff at the desk can see.
class StaffTerminal {
public:
  void show(
      [[clang::annotate("circumspect:sink=library.employee,action=disclose,"
                        "purpose=operation.circulation,channel=display")]] const std::string& line);
};

/// The screen by the hold shelf, which everyone who walks past can read.
class LobbyDisplay {
public:
  void show(
      [[clang::annotate("circumspect:sink=public,action=disclose,"
                        "purpose=operation.circulation,channel=display")]] const std::string& line);
};

/// What a user sees after logging in.
class AccountPage {
public:
  void
  add([[clang::annotate("circumspect:sink=self,action=disclose,"
                        "purpose=operation.circulation,channel=display")]] const std::string& row);
};

} // namespace ils
