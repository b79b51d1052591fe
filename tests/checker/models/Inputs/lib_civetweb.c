// CivetWeb.
#include "people.h"
#include <civetweb.h>
#include <string.h>

void answers(struct mg_connection* c, struct Person* p) {
  char text[64], encoded[200];
  mg_send_http_ok(c, "text/html", 20);
  mg_printf(c, "<p>Hello %s", p->name); // reaches patron.name
  mg_printf(c, "<p>Branch %d", p->branch);
  mg_write(c, p->email, 3); // reaches patron.email
  mg_send_chunk(c, "x", 1);
  mg_send_http_error(c, 404, "No user %s", p->name); // reaches patron.name
  mg_url_encode(p->email, encoded, sizeof encoded);
  mg_send_http_redirect(c, encoded, 302); // reaches patron.email
  mg_websocket_write(c, 1, p->name, 3); // reaches patron.name
  mg_response_header_add(c, "X-User", p->email, 3); // reaches patron.email
  mg_cry(c, "cannot log in %s", p->name); // reaches patron.name
  strcpy(text, p->name);
  mg_read(c, text, sizeof text);
  out(text);
  mg_get_var(p->email, 3, "x", text, sizeof text);
  out(text); // reaches patron.email
  mg_url_decode("x", 1, text, sizeof text, 1);
  out(text);
}

void asks(struct Person* p) {
  char error[64], digest[33];
  struct mg_connection* c = mg_connect_client("stats.example.org", 443, 1, error, sizeof error);
  mg_printf(c, "GET /?q=%s HTTP/1.0\r\n\r\n", p->email); // reaches patron.email
  mg_close_connection(c);
  mg_download("stats.example.org", 80, 0, error, sizeof error, "GET /?q=%s HTTP/1.0\r\n\r\n", p->name); // reaches patron.name
  mg_md5(digest, p->name, (char*)0);
  out(digest); // reaches pseudonym.digest
}

void* const rest[] = {mg_websocket_client_write, mg_connect_client_secure, mg_get_header, mg_get_request_info, mg_get_cookie,
  mg_start, mg_stop, mg_set_request_handler, mg_response_header_start, mg_response_header_send, mg_init_library,
  mg_exit_library};
