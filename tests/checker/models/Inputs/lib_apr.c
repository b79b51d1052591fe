// The Apache Portable Runtime.
// flags: -I/usr/include/apr-1.0
#include "people.h"
#include <apr_file_io.h>
#include <apr_general.h>
#include <apr_hash.h>
#include <apr_lib.h>
#include <apr_network_io.h>
#include <apr_strings.h>
#include <apr_tables.h>

void texts(apr_pool_t* pool, struct Person* p) {
  char text[64];
  out(apr_pstrdup(pool, p->name)); // reaches patron.name
  out(apr_psprintf(pool, "%s of %d", p->email, p->branch)); // reaches patron.email
  out(apr_psprintf(pool, "%d", p->branch));
  out(apr_pstrcat(pool, "x", p->name, (char*)0)); // reaches patron.name
  out(apr_itoa(pool, p->pin)); // reaches patron.pin
  apr_snprintf(text, sizeof text, "%s", p->name);
  out(text); // reaches patron.name
  apr_cpystrn(text, "x", sizeof text);
  out(text);
  apr_table_t* table = apr_table_make(pool, 3);
  apr_table_set(table, "name", p->name), apr_table_set(table, "branch", "x");
  out(apr_table_get(table, "name")); // reaches patron.name
  out(apr_table_get(table, "branch"));
  apr_table_unset(table, "name");
  out(apr_table_get(table, "name"));
  apr_hash_t* hash = apr_hash_make(pool);
  apr_hash_set(hash, "email", 5, p->email), apr_hash_set(hash, "branch", 6, "x");
  out(apr_hash_get(hash, "email", 5)); // reaches patron.email
  out(apr_hash_get(hash, "branch", 6));
}

void files(apr_pool_t* pool, apr_socket_t* socket, struct Person* p) {
  apr_file_t *file, *display;
  apr_size_t size = 3;
  apr_file_open(&file, "x", APR_WRITE, 0, pool), apr_file_open_stderr(&display, pool);
  apr_file_printf(file, "%s", p->name); // reaches patron.name
  apr_file_printf(display, "%d", p->branch);
  apr_file_puts(p->email, display); // reaches patron.email
  apr_file_write(file, p->name, &size); // reaches patron.name
  apr_socket_send(socket, p->email, &size); // reaches patron.email
  apr_socket_send(socket, "x", &size);
  apr_file_close(file);
}

void* const rest[] = {apr_palloc, apr_array_make, apr_pstrndup, apr_pmemdup, apr_pstrmemdup, apr_ltoa, apr_off_t_toa,
  apr_table_setn, apr_table_add, apr_table_addn, apr_file_open_stdout, apr_file_write_full, apr_socket_sendto, apr_socket_recv,
  apr_file_read, apr_initialize, apr_terminate, apr_pool_destroy, apr_pool_clear, apr_socket_close, apr_strerror,
  apr_table_clear, apr_hash_count};
