/* What a self-check asks on behalf of the user who stands at it. */
#include "selfcheck.h"

#include "../base/journal.h"

#include <stdio.h>
#include <string.h>

static void timestamp(char* out, size_t size) {
  time_t now = time(NULL);
  struct tm local;
  localtime_r(&now, &local);
  strftime(out, size, "%Y%m%d    %H%M%S", &local);
}

/* Fourteen places, each blank or Y; the first four are all that this server sets. */
static void status_flags(const struct patron* patron, char flags[15]) {
  memset(flags, ' ', 14);
  flags[14] = '\0';
  if (patron->blocked)
    memset(flags, 'Y', 4);
  if (patron->cents_owed > 1000)
    flags[10] = 'Y';
}

/* 24: who the card belongs to, for the greeting on the screen. Users may see what is theirs (UI-2).
 */
static bool patron_status(struct selfcheck* server, const struct sip2_request* request,
                          const struct patron* patron) {
  struct sip2_message reply;
  char flags[15], when[32], fixed[64];
  status_flags(patron, flags);
  timestamp(when, sizeof when);
  snprintf(fixed, sizeof fixed, "24%s001%s", flags, when);
  sip2_begin(&reply, fixed);
  sip2_add(&reply, "AO", server->institution);
  sip2_add(&reply, "AA", patron->barcode);
  sip2_add(&reply, "AE", patron->name);
  sip2_add(&reply, "BL", "Y");
  if (patron->cents_owed > 0)
    sip2_add_money(&reply, "BV", patron->cents_owed);
  sip2_finish(&reply, request->sequence);
  return selfcheck_send(&server->terminal, &reply);
}

/* 64: what is on the card. The titles go on the receipt. */
static bool patron_information(struct selfcheck* server, const struct sip2_request* request,
                               const struct patron* patron) {
  struct sip2_message reply;
  char flags[15], when[32], fixed[96];
  status_flags(patron, flags);
  timestamp(when, sizeof when);
  snprintf(fixed, sizeof fixed, "64%s001%s%04d%04d%04zu%04d%04d%04d", flags, when, 0, 0,
           patron->loan_count, 0, 0, 0);
  sip2_begin(&reply, fixed);
  sip2_add(&reply, "AA", patron->barcode);
  sip2_add(&reply, "AE", patron->name);
  if (request->wants_loans)
    for (size_t i = 0; i < patron->loan_count; ++i)
      sip2_add(&reply, "AU", patron->loans[i].title);
  if (reply.truncated)
    // CHECK: selfcheck.c:[[#@LINE+1]]:5: error: {{.*}}[violation: LR-1]
    journal(LOG_WARNING, "sip2: too many loans on %s for one message, sent %s", patron->barcode,
            reply.text);
  sip2_finish(&reply, request->sequence);
  return selfcheck_send(&server->terminal, &reply);
}

/* 12: the answer to a check-out, which names the item and the user whom it is lent to. */
static bool checkout(struct selfcheck* server, const struct sip2_request* request,
                     struct patron* patron) {
  struct sip2_message reply;
  char when[32], fixed[64];
  bool ok = patron_in_good_standing(patron, time(NULL)) &&
            server->lend(server->circulation, patron, request->item);
  timestamp(when, sizeof when);
  snprintf(fixed, sizeof fixed, "12%d%cUN%s", ok ? 1 : 0, 'N', when);
  sip2_begin(&reply, fixed);
  sip2_add(&reply, "AO", server->institution);
  sip2_add(&reply, "AA", patron->barcode);
  sip2_add(&reply, "AB", request->item);
  if (ok && patron->loan_count > 0)
    sip2_add(&reply, "AJ", patron->loans[patron->loan_count - 1].title);
  else
    sip2_add(&reply, "AF", "Please see the desk.");
  sip2_finish(&reply, request->sequence);
  if (!ok)
    journal(LOG_INFO, "sip2: %s: check-out refused, profile %d", server->terminal.name,
            patron->profile);
  return selfcheck_send(&server->terminal, &reply);
}

bool selfcheck_answer(struct selfcheck* server, const char* line) {
  struct sip2_request request;
  if (!sip2_parse(line, &request)) {
    /* The whole line, PIN and all: what was thought to be a parser's problem is a user's. */
    // CHECK: selfcheck.c:[[#@LINE+1]]:5: error: {{.*}}[violation: LR-1]
    journal(LOG_ERR, "sip2: %s sent what is no message: %s", server->terminal.name, line);
    return false;
  }
  struct patron patron;
  if (!users_find(server->users, request.patron, &patron)) {
    // CHECK: selfcheck.c:[[#@LINE+1]]:5: error: {{.*}}[violation: LR-1]
    journal(LOG_NOTICE, "sip2: %s: no user with the card %s", server->terminal.name,
            request.patron);
    return false;
  }
  if (request.password[0] && !users_check_pin(&patron, request.password)) {
    journal(LOG_NOTICE, "sip2: %s: wrong PIN", server->terminal.name);
    return false;
  }
  if (strcmp(request.command, "23") == 0)
    return patron_status(server, &request, &patron);
  if (strcmp(request.command, "63") == 0)
    return patron_information(server, &request, &patron);
  if (strcmp(request.command, "11") == 0)
    return checkout(server, &request, &patron);
  journal(LOG_NOTICE, "sip2: %s: command %s is not supported", server->terminal.name,
          request.command);
  return false;
}
