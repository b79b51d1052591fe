// libpq.
// flags: -I/usr/include/postgresql
#include "people.h"
#include <libpq-fe.h>
#include <libpq/libpq-fs.h>
#include <stdio.h>
#include <string.h>

void commands(PGconn* c, struct Person* p) {
  char text[200], number[20];
  const char* values[] = {p->name, "x"};
  PGresult* r = PQexecParams(c, "INSERT INTO person VALUES ($1, $2)", 2, 0, values, 0, 0, 0); // reaches patron.name
  const char* branch[] = {"x", number};
  snprintf(number, sizeof number, "%d", p->branch);
  PQexecParams(c, "SELECT 1 WHERE $1 = $2", 2, 0, branch, 0, 0, 0);
  snprintf(text, sizeof text, "UPDATE person SET email = '%s'", p->email);
  PQexec(c, text); // reaches patron.email
  PQexec(c, "SELECT 1");
  PQprepare(c, "x", "SELECT $1", 1, 0);
  PQexecPrepared(c, "x", 2, values, 0, 0, 0); // reaches patron.name
  PQsendQuery(c, text); // reaches patron.email
  PQsendPrepare(c, "x", "SELECT $1", 1, 0);
  PQsendQueryParams(c, "SELECT $1", 1, 0, values, 0, 0, 0); // reaches patron.name
  PQsendQueryPrepared(c, "x", 1, branch, 0, 0, 0);
  PQsendQueryPrepared(c, "x", 1, values, 0, 0, 0); // reaches patron.name
  PQputCopyData(c, p->email, 3); // reaches patron.email
  PQputline(c, p->name), PQputCopyEnd(c, 0); // reaches patron.name
  lo_write(c, 0, p->email, 3); // reaches patron.email
  PQclear(r);
}

void results(PGconn* c, struct Person* p, PGresult* r) {
  PQsetvalue(r, 0, 1, p->email, 3);
  out(PQgetvalue(r, 0, 0));
  out(PQgetvalue(r, 0, 1)); // reaches patron.email
  PGresult* copy = PQcopyResult(r, 0);
  out(PQgetvalue(copy, 3, 1)); // reaches patron.email
  int column = PQfnumber(r, "branch");
  PQsetvalue(r, 0, PQfnumber(r, "name"), p->name, 3);
  out(PQgetvalue(r, 0, column));
  out(PQgetvalue(r, 0, PQfnumber(r, "name"))); // reaches patron.name
  out_number(PQntuples(r) + PQgetlength(r, 0, 1) + PQgetisnull(r, 0, 1));
}

void columns(PGconn* c) {
  PGresult* r = PQexec(c, "SELECT email, branchcode AS home, surname FROM borrowers");
  out(PQgetvalue(r, 0, 0)); // reaches patron.email
  out(PQgetvalue(r, 0, 1));
  out(PQgetvalue(r, 0, PQfnumber(r, "surname"))); // reaches patron.name
  out(PQgetvalue(r, 0, PQfnumber(r, "home")));
  PGresult* all = PQexecParams(c, "SELECT * FROM actor.usr WHERE id = $1", 1, 0, 0, 0, 0, 0);
  out(PQgetvalue(all, 0, PQfnumber(all, "usrname"))); // reaches patron.username
  out(PQgetvalue(all, 0, PQfnumber(all, "home_ou")));
  out(PQgetvalue(all, 0, 4)); // reaches patron.email
  out(PQgetvalue(all, 0, 0));
  PGresult* more = PQexec(c, "SELECT k.usr, u.*, k.barcode FROM actor.card k JOIN actor.usr u ON k.usr = u.id");
  out(PQgetvalue(more, 0, 4)); // reaches patron.username
  out(PQgetvalue(more, 0, 1));
  PQprepare(c, "find", "SELECT lower(u.email), count(*) FROM actor.usr u JOIN actor.card k ON k.usr = u.id", 0, 0);
  PQprepare(c, "other", "SELECT name FROM asset.copy_location", 0, 0);
  PGresult *found = PQexecPrepared(c, "find", 0, 0, 0, 0, 0), *other = PQexecPrepared(c, "other", 0, 0, 0, 0, 0);
  out(PQgetvalue(found, 0, 0)); // reaches patron.email
  out(PQgetvalue(found, 0, 1));
  out(PQgetvalue(other, 0, 0));
  PQsendQuery(c, "SELECT cardnumber FROM borrowers");
  out(PQgetvalue(PQgetResult(c), 0, 0)); // reaches patron.barcode
}

void texts(PGconn* c, struct Person* p, unsigned char* bytes) {
  char text[200] = "x";
  char* quoted = PQescapeLiteral(c, p->name, 3);
  out(quoted); // reaches patron.name
  PQfreemem(quoted);
  out(PQescapeIdentifier(c, "x", 1));
  PQescapeStringConn(c, text, p->email, 3, 0);
  out(text); // reaches patron.email
  PQescapeString(text, "x", 1);
  out(text);
  size_t length;
  out((char*)PQescapeByteaConn(c, (unsigned char*)p->name, 3, &length)); // reaches patron.name
  out((char*)PQescapeBytea((unsigned char*)p->name, 3, &length)); // reaches patron.name
  out((char*)PQunescapeBytea((unsigned char*)p->name, &length)); // reaches patron.name
  char* line = p->name;
  PQgetCopyData(c, &line, 0);
}

static PGresult* ask(PGconn* c, const char* sql) {
  return PQexec(c, sql);
}

void assembled(PGconn* c, const char* branch, int year, _Bool all) {
  char sql[300], other[300], table[300];
  snprintf(sql, sizeof sql, "SELECT surname, branchcode FROM borrowers WHERE borrowernumber > %d", year);
  out(PQgetvalue(PQexec(c, sql), 0, 0)); // reaches patron.name
  out(PQgetvalue(PQexec(c, sql), 0, 1));
  out(PQgetvalue(ask(c, sql), 0, 0)); // misses patron.name
  out(PQgetvalue(ask(c, "SELECT surname FROM borrowers"), 0, 0)); // reaches patron.name
  strcpy(other, "SELECT branchcode, email FROM borrowers WHERE branchcode = '");
  strcat(other, branch), strcat(other, "'");
  out(PQgetvalue(PQexec(c, other), 0, 1)); // reaches patron.email
  out(PQgetvalue(PQexec(c, other), 0, 0));
  snprintf(table, sizeof table, "SELECT surname FROM %s_counts", branch);
  out(PQgetvalue(PQexec(c, table), 0, 0));
  strcpy(table, "SELECT surname FROM borrowers");
  if (!all)
    strcat(table, " WHERE lost = 1");
  out(PQgetvalue(PQexec(c, table), 0, 0)); // misses patron.name
}

void* const rest[] = {PQputnbytes, PQconnectdb, PQconnectdbParams, PQsetdbLogin, PQconnectStart, PQconnectStartParams,
  PQmakeEmptyPGresult, PQdescribePrepared, PQnotifies, PQfinish, PQreset, PQstatus, PQerrorMessage, PQresultStatus,
  PQresStatus, PQresultErrorMessage, PQresultErrorField, PQnfields, PQfname, PQftype, PQcmdStatus, PQcmdTuples, PQoidValue,
  PQsocket, PQisBusy, PQconsumeInput, PQflush, PQsetnonblocking, PQtransactionStatus, PQsetClientEncoding, PQsetSingleRowMode};
