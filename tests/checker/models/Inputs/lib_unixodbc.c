// unixODBC.
#include "people.h"
#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>
#include <stdio.h>
#include <string.h>

void statements(SQLHSTMT s, SQLHSTMT second, struct Person* p) {
  char text[200];
  snprintf(text, sizeof text, "UPDATE person SET email = '%s'", p->email);
  SQLExecDirect(s, (SQLCHAR*)text, SQL_NTS); // reaches patron.email
  SQLExecDirect(s, (SQLCHAR*)"SELECT 1", SQL_NTS);
  SQLPrepare(s, (SQLCHAR*)"INSERT INTO person VALUES (?, ?)", SQL_NTS);
  SQLBindParameter(s, 1, SQL_PARAM_INPUT, SQL_C_CHAR, SQL_VARCHAR, 64, 0, p->name, 64, 0);
  SQLBindParameter(s, 2, SQL_PARAM_INPUT, SQL_C_LONG, SQL_INTEGER, 0, 0, &p->branch, 0, 0);
  SQLExecute(s); // reaches patron.name
  SQLFreeStmt(s, SQL_RESET_PARAMS);
  SQLExecute(s);
  SQLBindParameter(second, 1, SQL_PARAM_INPUT, SQL_C_LONG, SQL_INTEGER, 0, 0, &p->branch, 0, 0);
  SQLExecute(second);
  SQLPutData(second, p->email, 3); // reaches patron.email
}

void results(SQLHSTMT s, struct Person* p) {
  char text[64], other[64];
  SQLLEN length;
  strcpy(other, p->name);
  SQLBindCol(s, 1, SQL_C_CHAR, text, sizeof text, &length);
  SQLFetch(s);
  out(text);
  SQLGetData(s, 2, SQL_C_CHAR, other, sizeof other, &length);
  out(other);
}

void columns(SQLHSTMT s) {
  char name[64], branch[64];
  SQLLEN length;
  SQLExecDirect(s, (SQLCHAR*)"SELECT surname, branchcode FROM borrowers", SQL_NTS);
  SQLGetData(s, 1, SQL_C_CHAR, name, sizeof name, &length);
  SQLGetData(s, 2, SQL_C_CHAR, branch, sizeof branch, &length);
  out(name); // reaches patron.name
  out(branch);
}

void* const rest[] = {SQLExecDirectW, SQLPrepareW, SQLFetchScroll, SQLAllocHandle, SQLFreeHandle, SQLConnect, SQLDriverConnect,
  SQLDisconnect, SQLSetEnvAttr, SQLSetConnectAttr, SQLSetStmtAttr, SQLNumResultCols, SQLRowCount, SQLMoreResults,
  SQLCloseCursor, SQLEndTran, SQLGetDiagRec, SQLDescribeCol, SQLColAttribute, SQLTables, SQLColumns};
