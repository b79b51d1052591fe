#pragma once

#include "../core/patron.h"

namespace lectern {

/// A page that only the user who has logged in gets.
class OwnPage {
public:
  void add(const std::string& row);
};

class AccountPage {
public:
  explicit AccountPage(OwnPage& page) : page_(page) {}
  void render(const Patron& patron);

private:
  OwnPage& page_;
};

/// The consortium's register of cardholders.
class ConsortiumDatabase {
public:
  void put(const char* column, const std::string& value);
};

/// Where the consortium counts what its members lend.
class ConsortiumWarehouse {
public:
  void load(const std::string& row);
};

class ConsortiumRegister {
public:
  ConsortiumRegister(ConsortiumDatabase& database, ConsortiumWarehouse& warehouse)
      : database_(database), warehouse_(warehouse) {}

  void enrol(const Patron& patron);
  void enrolWithKey(const Patron& patron);
  void feedWarehouse(const std::vector<Patron>& patrons);

private:
  void row(const char* column, const std::string& value);

  ConsortiumDatabase& database_;
  ConsortiumWarehouse& warehouse_;
};

} // namespace lectern
