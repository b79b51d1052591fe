// libdbi.
#include "people.h"
#include <dbi/dbi.h>
#include <stdio.h>

void queries(dbi_conn c, struct Person* p) {
  char text[200], *quoted, *plain;
  dbi_conn_queryf(c, "UPDATE person SET name = '%s'", p->name); // reaches patron.name
  dbi_conn_queryf(c, "SELECT %d", p->branch);
  dbi_conn_quote_string_copy(c, p->email, &quoted), dbi_conn_quote_string_copy(c, "x", &plain);
  snprintf(text, sizeof text, "UPDATE person SET email = %s", quoted);
  dbi_result r = dbi_conn_query(c, text); // reaches patron.email
  dbi_conn_query(c, plain);
  while (dbi_result_next_row(r))
    out(dbi_result_get_string(r, "branch"));
  dbi_result_free(r);
}

void columns(dbi_conn c) {
  dbi_result r = dbi_conn_queryf(c, "SELECT surname, branchcode FROM borrowers WHERE id = %d", 1);
  out(dbi_result_get_string(r, "surname")); // reaches patron.name
  out(dbi_result_get_string(r, "branchcode"));
  out(dbi_result_get_string_idx(r, 1)); // reaches patron.name
  out(dbi_result_get_string_idx(r, 2));
}

void* const rest[] = {dbi_conn_query_null, dbi_conn_escape_string_copy, dbi_conn_quote_string, dbi_conn_escape_string,
  dbi_result_get_field_idx, dbi_result_get_string_copy, dbi_result_get_int, dbi_result_get_uint, dbi_result_get_longlong,
  dbi_result_get_double, dbi_result_get_datetime, dbi_result_get_as_string_copy,
  dbi_result_get_string_copy_idx, dbi_result_get_int_idx, dbi_result_get_longlong_idx, dbi_result_bind_string,
  dbi_result_bind_string_copy, dbi_result_bind_int, dbi_result_bind_longlong, dbi_conn_new_r, dbi_conn_new, dbi_initialize_r,
  dbi_conn_set_option, dbi_conn_set_option_numeric, dbi_conn_connect, dbi_conn_close, dbi_conn_error, dbi_conn_sequence_last,
  dbi_result_first_row, dbi_result_get_numrows, dbi_result_get_numfields, dbi_result_get_field_name, dbi_result_field_is_null,
  dbi_shutdown_r};
