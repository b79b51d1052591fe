#include "http.h"

#include "journal.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

static size_t collect(char* data, size_t size, size_t count, void* to) {
  struct http_reply* reply = (struct http_reply*)to;
  size_t more = size * count;
  char* grown = (char*)realloc(reply->body, reply->size + more + 1);
  if (!grown)
    return 0;
  memcpy(grown + reply->size, data, more);
  reply->body = grown;
  reply->size += more;
  grown[reply->size] = '\0';
  return more;
}

static bool perform(CURL* handle, struct http_reply* reply) {
  memset(reply, 0, sizeof *reply);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, reply);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 20L);
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  CURLcode result = curl_easy_perform(handle);
  if (result != CURLE_OK) {
    journal(LOG_WARNING, "http: %s", curl_easy_strerror(result));
    return false;
  }
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &reply->status);
  return true;
}

bool http_post(const char* url, const char* type, const char* body, struct http_reply* reply) {
  char content_type[128];
  CURL* handle = curl_easy_init();
  if (!handle)
    return false;
  snprintf(content_type, sizeof content_type, "Content-Type: %s", type);
  struct curl_slist* headers = curl_slist_append(NULL, content_type);
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body);
  bool answered = perform(handle, reply);
  curl_slist_free_all(headers);
  curl_easy_cleanup(handle);
  return answered;
}

bool http_get(const char* url, struct http_reply* reply) {
  CURL* handle = curl_easy_init();
  if (!handle)
    return false;
  curl_easy_setopt(handle, CURLOPT_URL, url);
  bool answered = perform(handle, reply);
  curl_easy_cleanup(handle);
  return answered;
}

void http_free(struct http_reply* reply) {
  free(reply->body);
  memset(reply, 0, sizeof *reply);
}
