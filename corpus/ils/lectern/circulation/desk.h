// Lending: check-out, return, renewal and holds.
#pragma once

#include "../core/patron.h"

#include <map>
#include <memory>
#include <stdexcept>
#include <string>

namespace lectern {

/// A loan that the rules do not allow. What it says is shown to staff, and ends in the log.
class Refusal : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// The tables of loans and holds.
class LoanStore {
public:
  virtual ~LoanStore() = default;
  virtual void insert(const Patron& patron, const Loan& loan) = 0;
  virtual void close(const Patron& patron, const std::string& item) = 0;
  virtual void keepHistory(const Patron& patron, const std::string& title) = 0;
};

/// What the staff at the desk see.
class DeskScreen {
public:
  virtual ~DeskScreen() = default;
  virtual void show(const std::string& line) = 0;
};

struct LoanRules {
  int days = 21;
  std::size_t maximum = 50;
  long mostCentsOwed = 1000;
};

class Desk {
public:
  Desk(LoanStore& store, DeskScreen& screen, LoanRules rules)
      : store_(store), screen_(screen), rules_(rules) {}

  void checkOut(Patron& patron, const std::string& item, const std::string& title, Day today);
  void checkIn(Patron& patron, const std::string& item);
  void renewAll(Patron& patron, Day today);
  void showAccount(const Patron& patron);

private:
  void requireGoodStanding(const Patron& patron) const;

  LoanStore& store_;
  DeskScreen& screen_;
  LoanRules rules_;
  std::map<std::string, int> checkOutsByHour_;
};

} // namespace lectern
