/* One request over HTTPS. Certificates are checked, redirects are not followed. */
#ifndef LECTERN_BASE_HTTP_H
#define LECTERN_BASE_HTTP_H

#include <stdbool.h>
#include <stddef.h>

struct http_reply {
  long status;
  char* body;
  size_t size;
};

/* False where no answer came; the reason is in the journal. The caller frees the reply. */
bool http_post(const char* url, const char* type, const char* body, struct http_reply* reply);
bool http_get(const char* url, struct http_reply* reply);
void http_free(struct http_reply* reply);

#endif
