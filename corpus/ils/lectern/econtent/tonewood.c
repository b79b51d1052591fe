/* Tonewood: audio books, by a form with the card and the PIN in it. */
#include "../base/journal.h"
#include "suppliers.h"

#include <curl/curl.h>
#include <stdio.h>

bool tonewood_log_in(const struct patron* reader, const char* pin, char* location, size_t size) {
  struct http_reply reply;
  char form[256];
  snprintf(form, sizeof form, "card=%s&pin=%s", reader->barcode, pin);
  const char* const check = "https://in.tonewood.example/check";
  // CHECK: tonewood.c:[[#@LINE+1]]:{{.*}}[conflict: LR-1, LR-3]
  if (!http_post(check, "application/x-www-form-urlencoded", form, &reply)) {
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
