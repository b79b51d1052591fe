#include "backup.h"

#include "../base/http.h"
#include "../base/journal.h"

#include <stdio.h>

/* What leaves the building is sealed with a key that stays here (IS-1). */
bool backup_nightly(struct users* users) {
  struct dump dump, sealed;
  struct http_reply reply;
  if (!dump_users(users, &dump))
    return false;
  bool ok = dump_seal(&dump, &sealed);
  dump_free(&dump);
  if (!ok) {
    journal(LOG_CRIT, "backup: there is no key, nothing was sent");
    return false;
  }
  ok = http_post("https://vault.coldstore.example/ridgefield/night", "application/octet-stream",
                 sealed.text, &reply);
  dump_free(&sealed);
  return ok;
}

/* LR-2, UI-3: to an agent under contract, for the operation of the library. */
bool backup_weekly(struct users* users) {
  struct dump dump;
  struct http_reply reply;
  if (!keeper_is_under_contract() || !dump_users(users, &dump))
    return false;
  bool ok = http_post("https://vault.coldstore.example/ridgefield/week",
                      "text/tab-separated-values", dump.text, &reply);
  dump_free(&dump);
  return ok;
}

/* Somebody's own bucket, "until the contract is through". */
bool backup_to_bucket(struct users* users) {
  struct dump dump;
  struct http_reply reply;
  if (!dump_users(users, &dump))
    return false;
  // CHECK: nightly.c:[[#@LINE+1]]:{{.*}}[conflict: UI-3]
  bool ok = http_post("https://vault.coldstore.example/tmp-7731", "text/tab-separated-values",
                      dump.text, &reply);
  dump_free(&dump);
  return ok;
}

/* Support asked for "a sample that shows the problem". Mending software is no operation of the
 * library (LR-2). */
bool support_bundle(struct users* users, const char* ticket) {
  const char* const desk = "https://tickets.mendsoft.example/attachments";
  struct dump dump;
  struct http_reply reply;
  if (!dump_users(users, &dump))
    return false;
  journal(LOG_INFO, "backup: a bundle of %zu bytes for ticket %s", dump.size, ticket);
  // CHECK: nightly.c:[[#@LINE+1]]:{{.*}}[violation: LR-1, UI-3]
  bool ok = http_post(desk, "text/plain", dump.text, &reply);
  dump_free(&dump);
  return ok;
}
