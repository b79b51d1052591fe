// libcurl's easy interface.
#include "people.h"
#include <curl/curl.h>

void posts(struct Person* p) {
  curl_global_init(0);
  CURL* handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, p->name);
  curl_easy_setopt(handle, CURLOPT_URL, "https://stats.example.org/");
  curl_easy_perform(handle); // reaches patron.name
  curl_easy_reset(handle);
  curl_easy_setopt(handle, CURLOPT_URL, "https://stats.example.org/");
  curl_easy_perform(handle);
  struct curl_slist* headers = curl_slist_append(0, "a: b");
  headers = curl_slist_append(headers, p->email);
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  curl_easy_perform(handle); // reaches patron.email
  curl_easy_perform(curl_easy_duphandle(handle)); // reaches patron.email
  curl_slist_free_all(headers), curl_easy_cleanup(handle), curl_global_cleanup();
}

void uploads(struct Person* p) {
  CURL *handle = curl_easy_init(), *other = curl_easy_init();
  char* text = curl_easy_escape(handle, p->name, 0);
  out(text); // reaches patron.name
  out(curl_easy_unescape(handle, p->email, 0, 0)); // reaches patron.email
  curl_free(text);
  curl_mime* form = curl_mime_init(handle);
  curl_mimepart* part = curl_mime_addpart(form);
  curl_mime_name(part, "name"), curl_mime_filename(part, "x"), curl_mime_data(part, p->email, 3);
  curl_easy_setopt(handle, CURLOPT_MIMEPOST, form);
  curl_easy_perform(other);
  curl_easy_perform(handle); // reaches patron.email
  curl_mime_free(form);
  size_t sent;
  curl_easy_send(other, p->name, 3, &sent); // reaches patron.name
  long status;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status), curl_easy_strerror(0);
}

static void perform(CURL* handle) {
  curl_easy_perform(handle); // reaches patron.name
}

void byAnother(struct Person* p) {
  char* text = curl_easy_escape(0, p->name, 0);
  CURL* handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, "https://stats.example.org/");
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, text);
  perform(handle);
}
