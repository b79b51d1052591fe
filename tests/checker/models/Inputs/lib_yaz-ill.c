// YAZ's requests for interlibrary loan, and its ZOOM client.
#include "people.h"
#include <yaz/ill.h>
#include <yaz/log.h>
#include <yaz/zoom.h>
#include <stdio.h>

void request(ILL_Request* r, ODR odr) {
  yaz_log(YLOG_LOG, "for %s", r->client_id->client_name->u.GeneralString); // reaches patron.name
  yaz_log(YLOG_LOG, "of %s", r->item_id->title->u.GeneralString); // reaches circulation.interlibrary
  yaz_log(YLOG_LOG, "from %s", r->item_id->publisher->u.GeneralString);
  yaz_log(YLOG_LOG, "card %s", r->client_id->client_identifier->u.GeneralString); // reaches patron.barcode
  int size;
  ill_APDU(odr, 0, 0, 0), ill_Request(odr, &r, 0, 0);
  yaz_log(YLOG_LOG, "%s", odr_getbuf(odr, &size, 0)); // reaches patron.name patron.barcode patron.note circulation.interlibrary
}

void searches(struct Person* p) {
  char text[200];
  ZOOM_connection c = ZOOM_connection_create(0), named = ZOOM_connection_new("z3950.example.org", 210);
  ZOOM_connection_connect(c, "z3950.example.org", 210);
  snprintf(text, sizeof text, "@attr 1=1003 \"%s\"", p->name);
  ZOOM_connection_search_pqf(c, text); // reaches patron.name
  ZOOM_connection_search_pqf(c, "x");
  ZOOM_query q = ZOOM_query_create();
  ZOOM_query_prefix(q, p->email), ZOOM_query_cql(q, "x");
  ZOOM_connection_search(named, q); // reaches patron.email
  ZOOM_connection_option_set(c, "user", p->email);
  ZOOM_connection_search_pqf(c, "x"); // reaches patron.email
}

void* const rest[] = {ZOOM_connection_destroy, ZOOM_query_destroy, ZOOM_resultset_destroy, ZOOM_resultset_size,
  ZOOM_connection_error};
