/* What is measured of the catalogue's use (CK-2). */
#include "../base/journal.h"
#include "opac.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <string.h>

/* CK-2: which page, how long, and nothing of whose. */
void measure(const struct visit* visit) {
  if (!visit->declined)
    meter_count(visit->page, visit->milliseconds);
}

/* CK-2: the library counts for itself, and the path is all that it counts. */
void count_page(const struct visit* visit) {
  char path[PAGE_SIZE];
  snprintf(path, sizeof path, "%.*s", (int)strcspn(visit->page, "?"), visit->page);
  counter_add(path);
}

/* CK-2: how many times a day, as one number. */
void report_day(unsigned long views) {
  char line[32];
  snprintf(line, sizeof line, "views=%lu", views);
  meter_event("/day", line);
}

static void in_hexadecimal(const unsigned char* digest, size_t size, char* text) {
  for (size_t i = 0; i < size; ++i)
    sprintf(text + 2 * i, "%02x", digest[i]);
}

/* "We only send a hash." The company can hash all card numbers in a second (CK-2). */
void measure_by_digest(const struct visit* visit) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  char visitor[DIGEST_SIZE];
  if (!visit->user)
    return;
  EVP_Digest(visit->user->barcode, strlen(visit->user->barcode), digest, NULL, EVP_sha256(), NULL);
  in_hexadecimal(digest, (DIGEST_SIZE - 1) / 2, visitor);
  // CHECK: measure.c:[[#@LINE+1]]:{{.*}}pseudonym.digest{{.*}}[violation: LR-1, LR-3, UI-3, CK-2-tied, SA-2]
  meter_event(visit->page, visitor);
}

/* With a key it is the library alone that knows whose visits these are, and they are tied to a user
 * all the same (CK-2). */
void measure_by_key(const struct visit* visit, const unsigned char* key, size_t size) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  char visitor[DIGEST_SIZE];
  if (!visit->user)
    return;
  HMAC(EVP_sha256(), key, (int)size, (const unsigned char*)visit->user->barcode,
       strlen(visit->user->barcode), digest, NULL);
  in_hexadecimal(digest, (DIGEST_SIZE - 1) / 2, visitor);
  // CHECK: measure.c:[[#@LINE+1]]:{{.*}}pseudonym.keyed{{.*}}[violation: LR-1, LR-3, UI-3, CK-2-tied, SA-2]
  meter_event(visit->page, visitor);
}

/* The number of the session serves as the visitor's, until it ends (CK-2). */
void measure_by_session(const struct visit* visit) {
  if (visit_is_logged_in(visit) && !visit->declined)
    // CHECK: measure.c:[[#@LINE+1]]:{{.*}}website.session{{.*}}[violation: UI-3, CK-2-tied, SA-2]
    meter_event(visit->page, visit->token);
}

/* Where people come from, by the first half of their address: nobody is known by it. */
void measure_by_place(const struct visit* visit) {
  char place[sizeof visit->address];
  address_mask(visit->address, place);
  meter_event(visit->page, place);
}

/* The page that is measured is the one with the words in it (LR-3, CK-2). */
void measure_search(const struct visit* visit) {
  char page[2 * PAGE_SIZE];
  snprintf(page, sizeof page, "/find?q=%s", visit->words);
  // CHECK: measure.c:[[#@LINE+1]]:{{.*}}search.history{{.*}}[violation: LR-1, LR-3, UI-3, CK-2-tied, SA-2]
  meter_count(page, visit->milliseconds);
}
