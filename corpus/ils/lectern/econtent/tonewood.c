/* Tonewood: audio books. The PIN goes into the address of a page, which every server on the way
 * writes down. */
#include "../base/journal.h"
#include "suppliers.h"

#include <curl/curl.h>
#include <stdio.h>

bool tonewood_log_in(const struct patron* reader, const char* pin, char* location, size_t size) {
  struct http_reply reply;
  char form[256];
  snprintf(form, sizeof form, "card=%s&pin=%s", reader->barcode, pin);
  if (!http_post("https://in.tonewood.example/check", "application/x-www-form-urlencoded", form,
                 &reply)) {
    // CHECK: tonewood.c:[[#@LINE+1]]:{{.*}}[violation: LR-1]
    journal(LOG_ERR, "econtent: tonewood does not answer to %s", form);
    return false;
  }
  bool ok = reply.status == 200;
  http_free(&reply);
  if (ok)
    snprintf(location, size, "%s", "https://listen.tonewood.example/");
  return ok;
}
