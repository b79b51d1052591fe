#pragma once

#include "desk.h"

#include <sqlite3.h>

namespace lectern {

class SqliteLoanStore : public LoanStore {
public:
  explicit SqliteLoanStore(sqlite3* database) : database_(database) {}

  void insert(const Patron& patron, const Loan& loan) override;
  void close(const Patron& patron, const std::string& item) override;
  void keepHistory(const Patron& patron, const std::string& title) override;

private:
  sqlite3* database_;
};

} // namespace lectern
