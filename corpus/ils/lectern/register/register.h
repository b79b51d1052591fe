// The register of cardholders, which the consortium's server keeps in PostgreSQL, and what is read
// from it at night.
#pragma once

#include <libpq-fe.h>
#include <memory>
#include <string>
#include <vector>

namespace lectern {

struct ResultCloser {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ResultCloser>;

/// The consortium's upload of registrations: one line each, fields apart by tabs.
class ConsortiumUpload {
public:
  void put(const std::string& line);
};

/// The vendor that mails replacement cards for the library, under contract or not yet.
class CardPrinter {
public:
  bool isUnderContract() const;
  void order(const std::string& name, const std::string& address, const std::string& card);
};

/// A page of the web site that everybody can read.
class StatisticsPage {
public:
  void add(const std::string& row);
};

/// A list that goes up at the staff entrance each morning.
class MorningList {
public:
  void add(const std::string& line);
};

class Register {
public:
  explicit Register(PGconn* connection) : connection_(connection) {}

  void upload(ConsortiumUpload& upload);
  void uploadAll(ConsortiumUpload& upload);
  void orderCards(CardPrinter& printer);
  void changeAddress(const std::string& card, const std::string& address);

  void publishCounts(StatisticsPage& page);
  void publishByPlace(StatisticsPage& page);
  void listDebtors(MorningList& list);
  void listExpired(MorningList& list, const std::string& branch);
  void listBusiest(MorningList& list, const std::string& branch, int days);

private:
  Result query(const char* sql);

  PGconn* connection_;
};

} // namespace lectern
