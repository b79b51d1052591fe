/* Paper Hall: newspapers. It takes a token that the library signs, or, as its old interface has it,
 * a query string. */
#include "../base/journal.h"
#include "suppliers.h"
#include "token.h"

#include <curl/curl.h>
#include <stdio.h>

static CURL* session(void) {
  CURL* handle = curl_easy_init();
  if (handle) {
    curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  }
  return handle;
}

/* TP-1: the token says that some user of the library has logged in. */
static bool log_in_by_token(const struct patron* reader, char* location, size_t size) {
  char token[256], header[300];
  if (!patron_in_good_standing(reader, time(NULL)) || !token_make("paperhall", token, sizeof token))
    return false;
  CURL* handle = session();
  if (!handle)
    return false;
  snprintf(header, sizeof header, "Authorization: Bearer %s", token);
  struct curl_slist* headers = curl_slist_append(NULL, header);
  curl_easy_setopt(handle, CURLOPT_URL, "https://login.paperhall.example/token");
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  bool ok = curl_easy_perform(handle) == CURLE_OK;
  snprintf(location, size, "https://read.paperhall.example/?t=%s", token);
  curl_slist_free_all(headers);
  curl_easy_cleanup(handle);
  return ok;
}

/* The old interface knows its readers by e-mail address, and takes it in the header where a proxy
 * once put it. */
static bool log_in_by_address(const struct patron* reader, char* location, size_t size) {
  char header[300];
  CURL* handle = session();
  if (!handle)
    return false;
  snprintf(header, sizeof header, "X-Reader: %s", reader->email);
  struct curl_slist* headers = curl_slist_append(NULL, header);
  curl_easy_setopt(handle, CURLOPT_URL, "https://old.paperhall.example/enter");
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  // CHECK: paperhall.c:[[#@LINE+1]]:{{.*}}[violation: {{.*}}TP-1-identity
  bool ok = curl_easy_perform(handle) == CURLE_OK;
  snprintf(location, size, "%s", "https://old.paperhall.example/today");
  curl_slist_free_all(headers);
  curl_easy_cleanup(handle);
  return ok;
}

bool paperhall_log_in(const struct patron* reader, const char* pin, char* location, size_t size) {
  (void)pin;
  if (log_in_by_token(reader, location, size))
    return true;
  journal(LOG_WARNING, "econtent: paperhall does not take our token, trying the old interface");
  return log_in_by_address(reader, location, size);
}
