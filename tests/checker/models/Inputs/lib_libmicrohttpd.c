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

void* const rest[] = {MHD_create_response_from_buffer_with_free_callback, MHD_create_response_from_fd,
  MHD_create_response_from_callback, MHD_start_daemon, MHD_create_post_processor, MHD_lookup_connection_value,
  MHD_get_connection_info, MHD_stop_daemon, MHD_post_process, MHD_destroy_post_processor};
