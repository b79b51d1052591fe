// SQLite.
#include "people.h"
#include <sqlite3.h>

void statements(struct Person* p) {
  sqlite3* database;
  sqlite3_stmt* statement;
  char text[100];
  sqlite3_open("x", &database), sqlite3_open_v2("x", &database, 0, 0), sqlite3_prepare_v2(database, "SELECT ?", -1, &statement, 0);
  sqlite3_bind_text(statement, 1, p->name, -1, 0);
  out(sqlite3_expanded_sql(statement)); // reaches patron.name
  sqlite3_clear_bindings(statement);
  sqlite3_bind_int(statement, 1, p->branch);
  out(sqlite3_expanded_sql(statement));
  sqlite3_bind_int64(statement, 1, p->pin), sqlite3_bind_blob(statement, 2, p->email, 3, 0);
  sqlite3_bind_double(statement, 3, 1);
  out(sqlite3_expanded_sql(statement)); // reaches patron.pin patron.email
  out(sqlite3_mprintf("%s", p->name)); // reaches patron.name
  out(sqlite3_snprintf(100, text, "%d", p->pin)); // reaches patron.pin
  out((const char*)sqlite3_column_text(statement, 1)), out(sqlite3_column_blob(statement, 1));
  out_number(sqlite3_column_int(statement, 1)), out_number(sqlite3_column_int64(statement, 1));
  out_number(sqlite3_column_double(statement, 1));
  out(sqlite3_errmsg(database)), sqlite3_column_bytes(statement, 1), sqlite3_column_type(statement, 1);
  sqlite3_changes(database), sqlite3_extended_result_codes(database, 1);
  sqlite3_log(1, "%s", p->name); // reaches patron.name
  sqlite3_step(statement), sqlite3_column_count(statement), sqlite3_reset(statement), sqlite3_finalize(statement);
  sqlite3_free(text), sqlite3_close(database);
}

void columns(sqlite3* database, struct Person* p) {
  sqlite3_stmt *statement, *insert, *older;
  sqlite3_prepare_v2(database, "SELECT surname, branchcode FROM borrowers WHERE cardnumber = ?", -1, &statement, 0);
  sqlite3_bind_text(statement, 1, p->name, -1, 0);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    out((const char*)sqlite3_column_text(statement, 0)); // reaches patron.name
    out((const char*)sqlite3_column_text(statement, 1));
  }
  sqlite3_prepare_v3(database, "INSERT INTO person VALUES (?)", -1, 0, &insert, 0);
  sqlite3_bind_text(insert, 1, p->email, -1, 0);
  sqlite3_step(insert); // reaches patron.email
  sqlite3_prepare(database, "SELECT dob FROM actor.usr", -1, &older, 0);
  out_number(sqlite3_column_int64(older, 0)); // reaches patron.birthdate
  sqlite3_exec(database, sqlite3_mprintf("DELETE FROM person WHERE name = %Q", p->name), 0, 0, 0); // reaches patron.name
  sqlite3_exec(database, "DELETE FROM person", 0, 0, 0);
}

struct Query {
  sqlite3_stmt* statement;
};

static struct Query prepared(sqlite3* database) {
  struct Query query = {0};
  sqlite3_prepare_v2(database, "SELECT ?", -1, &query.statement, 0);
  return query;
}

void wrapped(sqlite3* database, struct Person* p) {
  struct Query query = prepared(database);
  sqlite3_bind_text(query.statement, 1, p->name, -1, 0);
  out(sqlite3_expanded_sql(query.statement)); // reaches patron.name
}

void* const rest[] = {sqlite3_column_blob, sqlite3_column_int, sqlite3_column_double, sqlite3_column_value, sqlite3_close_v2,
  sqlite3_column_bytes, sqlite3_column_type, sqlite3_column_name, sqlite3_errmsg, sqlite3_changes, sqlite3_last_insert_rowid,
  sqlite3_extended_result_codes};
