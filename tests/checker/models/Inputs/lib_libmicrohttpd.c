// GNU libmicrohttpd.
#include "people.h"
#include <microhttpd.h>
#include <stdio.h>

enum MHD_Result answers(struct MHD_Connection* c, struct Person* p) {
  char page[200];
  snprintf(page, sizeof page, "<p>Hello %s", p->name);
  struct MHD_Response* r = MHD_create_response_from_buffer(20, page, MHD_RESPMEM_MUST_COPY);
  MHD_queue_response(c, MHD_HTTP_OK, r); // reaches patron.name
  MHD_destroy_response(r);
  struct MHD_Response* plain = MHD_create_response_from_buffer(1, "x", MHD_RESPMEM_PERSISTENT);
  MHD_queue_response(c, MHD_HTTP_OK, plain);
  MHD_add_response_header(plain, "X-User", p->email);
  return MHD_queue_response(c, MHD_HTTP_OK, plain); // reaches patron.email
}

static ssize_t page_of(void* person, uint64_t at, char* to, size_t size) {
  return snprintf(to, size, "<p>%s", ((struct Person*)person)->name + at);
}

static enum MHD_Result shown(void* with, enum MHD_ValueKind kind, const char* key, const char* value) {
  puts(value); // reaches patron.email
  puts(((struct Person*)with)->name); // reaches patron.name
  return MHD_YES;
}

void written_on_demand(struct MHD_Connection* c, struct Person* p) {
  struct MHD_Response* r = MHD_create_response_from_callback(-1, 64, page_of, p, NULL);
  MHD_queue_response(c, MHD_HTTP_OK, r); // reaches patron.name
}

void each_header(struct MHD_Response* plain, struct Person* p) {
  MHD_add_response_header(plain, "X-User", p->email);
  MHD_get_response_headers(plain, shown, p);
}

static enum MHD_Result kept(void* last, enum MHD_ValueKind kind, const char* key, const char* value) {
  *(const char**)last = value;
  return MHD_YES;
}

void each_value(struct MHD_Connection* c, struct Person* p) {
  const char* language = p->name;
  MHD_get_connection_values(c, MHD_HEADER_KIND, kept, &language);
  puts(language); // reaches patron.name
}

void* const rest[] = {MHD_create_response_from_buffer_with_free_callback, MHD_create_response_from_fd,
  MHD_start_daemon, MHD_create_post_processor, MHD_lookup_connection_value,
  MHD_get_connection_info, MHD_stop_daemon, MHD_post_process, MHD_destroy_post_processor};
