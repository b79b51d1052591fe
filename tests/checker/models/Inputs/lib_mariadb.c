// MariaDB's connector.
#include "people.h"
#include <mariadb/mysql.h>
#include <stdio.h>
#include <string.h>

void statements(struct Person* p) {
  char text[200], quoted[100];
  MYSQL* c = mysql_real_connect(mysql_init(0), "localhost", "library", "x", "library", 0, 0, 0);
  mysql_query(c, "SELECT 1");
  mysql_real_escape_string(c, quoted, p->name, 3);
  snprintf(text, sizeof text, "INSERT INTO person VALUES ('%s')", quoted);
  mysql_query(c, text); // reaches patron.name
  snprintf(text, sizeof text, "INSERT INTO branch VALUES (%d)", p->branch);
  mysql_real_query(c, text, strlen(text));
  mysql_hex_string(quoted, p->email, 3);
  mysql_real_query(c, quoted, 3), mysql_send_query(c, p->email, 3); // reaches patron.email
  mysql_close(c);
}

void bound(MYSQL* c, struct Person* p) {
  MYSQL_BIND bind[2], other;
  MYSQL_STMT *statement = mysql_stmt_init(c), *second = mysql_stmt_init(c);
  memset(bind, 0, sizeof bind), memset(&other, 0, sizeof other);
  bind[0].buffer_type = MYSQL_TYPE_STRING;
  bind[0].buffer = p->name;
  bind[1].buffer = &p->branch;
  mysql_stmt_prepare(statement, "INSERT INTO person VALUES (?, ?)", 32);
  mysql_stmt_bind_param(statement, bind);
  mysql_stmt_execute(statement); // reaches patron.name
  other.buffer = &p->branch;
  mysql_stmt_bind_param(second, &other);
  mysql_stmt_execute(second);
  other.buffer = &p->pin;
  mysql_stmt_bind_param(second, &other);
  mysql_stmt_execute(second); // reaches patron.pin
  mysql_stmt_send_long_data(second, 0, p->email, 3); // reaches patron.email
}

void results(MYSQL* c, MYSQL_STMT* statement, struct Person* p) {
  char text[64];
  MYSQL_BIND bind;
  memset(&bind, 0, sizeof bind);
  MYSQL_RES* r = mysql_store_result(c);
  for (MYSQL_ROW row; (row = mysql_fetch_row(r));)
    out(row[0]);
  strcpy(text, p->name);
  bind.buffer = text;
  mysql_stmt_bind_result(statement, &bind), mysql_stmt_fetch(statement);
  out(text);
}

void columns(MYSQL* c) {
  mysql_query(c, "SELECT `surname`, `branchcode`, `email` FROM `borrowers`");
  MYSQL_RES* r = mysql_store_result(c);
  for (MYSQL_ROW row; (row = mysql_fetch_row(r));) {
    out(row[0]); // reaches patron.name
    out(row[1]);
    out(row[2]); // reaches patron.email
  }
}

void* const rest[] = {mysql_escape_string, mysql_use_result, mysql_stmt_result_metadata, mysql_fetch_field, mysql_fetch_fields,
  mysql_fetch_field_direct, mysql_fetch_lengths, mysql_free_result, mysql_errno, mysql_error, mysql_sqlstate, mysql_num_rows,
  mysql_num_fields, mysql_affected_rows, mysql_insert_id, mysql_field_count, mysql_select_db, mysql_options, mysql_ssl_set,
  mysql_ping, mysql_commit, mysql_rollback, mysql_autocommit, mysql_set_character_set, mysql_next_result, mysql_more_results,
  mysql_data_seek, mysql_server_init, mysql_server_end, mysql_get_client_info, mysql_get_server_info, mysql_stat,
  mysql_stmt_close, mysql_stmt_reset, mysql_stmt_free_result, mysql_stmt_store_result, mysql_stmt_num_rows,
  mysql_stmt_affected_rows, mysql_stmt_insert_id, mysql_stmt_errno, mysql_stmt_error, mysql_stmt_param_count,
  mysql_stmt_attr_set};
