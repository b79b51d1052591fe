/* Which notices are opened is counted by a company, with a picture of one pixel in each of them. */
#include "../base/http.h"
#include "../base/journal.h"
#include "mail.h"

#include <ctype.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

static const char form_type[] = "application/x-www-form-urlencoded";

/* "It is hashed, so it is anonymous": the company has the hashes of all addresses that it knows. */
static bool hashed(const char* email, char* hex, size_t size) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  char small[128];
  size_t i = 0;
  for (; email[i] != '\0' && i + 1 < sizeof small; ++i)
    small[i] = (char)tolower((unsigned char)email[i]);
  small[i] = '\0';
  if (!EVP_Digest(small, i, digest, &length, EVP_sha256(), NULL) || size < 2 * length + 1)
    return false;
  for (unsigned int byte = 0; byte < length; ++byte)
    snprintf(hex + 2 * byte, 3, "%02x", digest[byte]);
  return true;
}

bool pixel_link(const struct patron* reader, char* html, size_t size) {
  char hex[TOKEN_SIZE];
  if (!hashed(reader->email, hex, sizeof hex))
    return false;
  return snprintf(html, size, "<img src='https://pixel.opensight.example/o?u=%s'>", hex) > 0;
}

/* Whoever opens it on the web site is reported from here. */
void report_opened(const struct patron* reader) {
  struct http_reply reply;
  char hex[TOKEN_SIZE], form[256];
  if (!hashed(reader->email, hex, sizeof hex))
    return;
  snprintf(form, sizeof form, "event=open&u=%s", hex);
  // CHECK: pixel.c:[[#@LINE+1]]:{{.*}}pseudonym.digest{{.*}}third-party.analytics{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  if (http_post("https://pixel.opensight.example/o", form_type, form, &reply))
    http_free(&reply);
}

/* CK-2: how many, and nothing of whom. */
void report_sent(unsigned count) {
  struct http_reply reply;
  char form[64];
  snprintf(form, sizeof form, "event=sent&n=%u", count);
  if (http_post("https://pixel.opensight.example/o", form_type, form, &reply))
    http_free(&reply);
}
