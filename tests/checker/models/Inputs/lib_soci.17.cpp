// SOCI.
// flags: -I/usr/include/soci
#include "people.h"
#include <soci/soci.h>
using soci::into;
using soci::use;

void statements(soci::session& sql, Person& p) {
  sql << "INSERT INTO person VALUES (:name, :branch)", use(p.name), use(p.branch); // reaches patron.name
  sql << "INSERT INTO branch VALUES (:branch)", use(p.branch, "branch");
  sql << "UPDATE person SET email = '" << p.email << "'"; // reaches patron.email
  sql << "UPDATE branch SET id = " << p.branch;
  sql.once << "DELETE FROM person WHERE pin = " << p.pin; // reaches patron.pin
  soci::statement statement = (sql.prepare << "UPDATE person SET email = :email", use(p.email)); // reaches patron.email
  statement.execute(true), statement.fetch();
  std::string name = p.name;
  sql << "SELECT name FROM branch", into(name);
  out(name);
  soci::statement later(sql);
  later.exchange(use(p.name)); // reaches patron.name
  sql.begin(), sql.commit(), sql.rollback();
  soci::transaction t(sql);
  t.commit(), t.rollback();
}

void rows(soci::session& sql) {
  soci::rowset<soci::row> found = (sql.prepare << "SELECT name FROM branch");
  for (const soci::row& row : found)
    out(row.get<std::string>("name")), out(row.get<std::string>(0));
  found.begin()->get<int>(0);
  soci::session other("postgresql", "dbname=x");
  other.close(), other.open("postgresql", "dbname=y");
}

void columns(soci::session& sql, Person& p) {
  std::string first, second, third;
  int number = 0;
  sql << "SELECT branchcode, surname, email FROM borrowers WHERE cardnumber = :card", into(first), into(second), use(p.pin), into(third); // reaches patron.pin
  out(first);
  out(second); // reaches patron.name
  out(third); // reaches patron.email
  second = "";
  out(second);
  sql << "SELECT count(*) FROM borrowers", into(number);
  out(number);
  sql << "SELECT " << "surname FROM borrowers", into(first);
  out(first); // misses patron.name
  soci::statement statement = (sql.prepare << "SELECT cardnumber FROM borrowers", into(second));
  statement.execute();
  while (statement.fetch())
    out(second); // reaches patron.barcode
  soci::row row;
  sql << "SELECT surname, branchcode FROM borrowers", into(row);
  out(row.get<std::string>(0)); // reaches patron.name
  out(row.get<std::string>("surname")); // reaches patron.name
  out(row.get<std::string>(1));
  soci::rowset<soci::row> rows = (sql.prepare << "SELECT surname, branchcode FROM borrowers");
  for (const soci::row& each : rows) {
    out(each.get<std::string>("surname")); // reaches patron.name
    out(each.get<std::string>(1));
  }
}
