/* A card at the desk. The bank that the terminal talks to is nobody's agent: as adopted, the policy
 * has no word for it. */
#include "../base/journal.h"
#include "payments.h"

#include <stdio.h>
#include <string.h>

static void mask(const char* number, char* out, size_t size) {
  size_t length = strlen(number);
  snprintf(out, size, "**** %s", length > 4 ? number + length - 4 : "");
}

bool card_charge(const struct bill* bill, const struct card* card) {
  struct http_reply reply;
  char form[512], shown[16];
  mask(card->number, shown, sizeof shown);
  snprintf(form, sizeof form, "number=%s&holder=%s&expires=%s&amount=%ld", card->number,
           card->holder, card->expires, bill->cents);
  // CHECK: desk.c:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  if (!http_post("https://acquirer.firstbank.example/charge", "application/x-www-form-urlencoded",
                 form, &reply)) {
    // CHECK: desk.c:[[#@LINE+1]]:{{.*}}[violation: LR-1]
    journal(LOG_ERR, "payments: bill %ld: no answer for card %s", bill->number, shown);
    return false;
  }
  if (reply.status != 200)
    // CHECK: desk.c:[[#@LINE+1]]:{{.*}}[violation: LR-1]
    journal(LOG_WARNING, "payments: refused (%ld): %s", reply.status, form);
  else
    journal(LOG_INFO, "payments: bill %ld is paid", bill->number);
  bool ok = reply.status == 200;
  http_free(&reply);
  return ok;
}
