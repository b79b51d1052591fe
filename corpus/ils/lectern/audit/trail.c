/* The trail of look-ups: a pseudonym for the user, so that whoever reads the trail does not learn
 * in turn what it is that staff should not have looked at. */
#include "audit.h"

#include "../base/journal.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <string.h>

enum { DIGEST_BYTES = 32, DIGEST_TEXT = 2 * DIGEST_BYTES + 1 };

static void in_hexadecimal(const unsigned char* digest, char* text) {
  for (int i = 0; i < DIGEST_BYTES; ++i)
    snprintf(text + 2 * i, 3, "%02x", digest[i]);
}

/* What is bound stays in the library's own database, for the operation of it (LR-2). */
bool audit_insert(sqlite3* database, const struct staff* who, const char* whose,
                  enum reason reason) {
  static const char sql[] = "INSERT INTO lookups (staff, whose, reason) VALUES (?, ?, ?)";
  sqlite3_stmt* statement = NULL;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK)
    return false;
  sqlite3_bind_int(statement, 1, who->number);
  sqlite3_bind_text(statement, 2, whose, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int(statement, 3, reason);
  bool written = sqlite3_step(statement) == SQLITE_DONE;
  sqlite3_finalize(statement);
  return written;
}

/* LR-1, SA-1: with the key of the director's office, and in the table. */
bool trail_add(sqlite3* database, const struct staff* who, const struct patron* whose,
               enum reason reason, const unsigned char key[DIGEST_BYTES]) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  char pseudonym[DIGEST_TEXT];
  if (!HMAC(EVP_sha256(), key, DIGEST_BYTES, (const unsigned char*)whose->barcode,
            strlen(whose->barcode), digest, NULL))
    return false;
  in_hexadecimal(digest, pseudonym);
  return audit_insert(database, who, pseudonym, reason);
}

/* LR-1: how often, and of nobody in particular. */
void trail_report(const struct staff* who, unsigned lookups, unsigned without_reason) {
  journal(LOG_INFO, "audit: %d opened %u records, %u without a reason", who->number, lookups,
          without_reason);
}

/* A table was too much work, so it went into the journal, as a digest. The journal is for finding
 * faults, and the digest is the card (LR-1). */
void trail_log(const struct staff* who, const struct patron* whose) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  char text[DIGEST_TEXT];
  if (!EVP_Digest(whose->barcode, strlen(whose->barcode), digest, NULL, EVP_sha256(), NULL))
    return;
  in_hexadecimal(digest, text);
  // CHECK: trail.c:[[#@LINE+1]]:{{.*}}pseudonym.digest{{.*}} by log {{.*}}[violation: LR-1]
  journal(LOG_INFO, "audit: %d opened %s", who->number, text);
}
