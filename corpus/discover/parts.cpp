// RUN: not circumspect discover %s -- -std=c++20 | FileCheck --implicit-check-not=looks %s
// Columns in statements that are put together from parts.
#include <cstring>
#include <sstream>
#include <string>

void ask(const std::string& sql);
void ask(const char* sql);

void joined(const std::string& id) {
  // CHECK: parts.cpp:[[#@LINE+1]]:{{[0-9]+}}: likely: patrons.email looks like patron.email
  ask("SELECT email, colour FROM patrons WHERE id = '" + id + "'");
}

void added(const std::string& id, bool isOpen) {
  std::string sql = "SELECT surname FROM readers";
  sql += " JOIN loans USING (reader) WHERE loans.";
  sql.append("shelf = " + id);
  if (isOpen)
    sql += " AND readers.dob > now()";
  // CHECK-DAG: readers.dob looks like patron.birthdate
  // CHECK-DAG: readers.surname looks like patron.name
  ask(sql);
}

void streamed(int id) {
  std::ostringstream sql;
  sql << "UPDATE borrowers SET card = " << id << " WHERE branch = " << 3;
  // CHECK: borrowers.card looks like patron.barcode
  ask(sql.str());
}

void copied(const char* id) {
  char sql[256];
  strcpy(sql, "SELECT phone FROM members WHERE id = ");
  strcat(sql, id);
  // CHECK: members.phone looks like patron.phone
  ask(sql);
}

// Which table it is asked of, nobody can say.
void unknown(const std::string& table) {
  ask("SELECT email FROM " + table);
}
