/* What suppliers of e-content are told. That a card and its PIN are good is what TP-1 means, and
 * the card's number is in the answer all the same, which LR-3 forbids: as adopted, the policy says
 * both. SIP2 has one message for that and another that tells everything. */
#include "vendor.h"

#include "../base/journal.h"

#include <string.h>

/* 24 with the fields that the protocol demands left empty: the card that the supplier sent, valid
 * or not. */
static bool patron_status(struct vendor* vendor, const struct sip2_request* request,
                          const struct patron* patron, bool pin_is_right) {
  struct sip2_message reply;
  sip2_begin(&reply, patron_in_good_standing(patron, time(NULL)) ? "24              001"
                                                                 : "24YYYY          001");
  sip2_add(&reply, "AA", patron->barcode);
  sip2_add(&reply, "AE", "");
  sip2_add(&reply, "BL", "Y");
  sip2_add(&reply, "CQ", pin_is_right ? "Y" : "N");
  sip2_finish(&reply, request->sequence);
  // CHECK: vendor.c:[[#@LINE+1]]:{{.*}}[conflict: LR-1, LR-3]
  return vendor_send(&vendor->terminal, &reply);
}

/* 64, since two suppliers do not know 23. The name, the e-mail address and the birthdate go with
 * it: one for the greeting, one for a newsletter of theirs, one because the field was there. */
static bool patron_information(struct vendor* vendor, const struct sip2_request* request,
                               const struct patron* patron) {
  struct sip2_message reply;
  sip2_begin(&reply, "64              001");
  sip2_add(&reply, "AA", patron->barcode);
  sip2_add(&reply, "AE", vendor->greets_by_name ? patron->name : "");
  sip2_add(&reply, "BE", patron->email);
  sip2_add(&reply, "PB", patron->birthdate);
  sip2_finish(&reply, request->sequence);
  // CHECK: vendor.c:[[#@LINE+1]]:10: error: {{.*}}[violation: {{.*}}TP-1-identity
  return vendor_send(&vendor->terminal, &reply);
}

bool vendor_answer(struct vendor* vendor, const char* line) {
  struct sip2_request request;
  struct patron patron;
  if (!sip2_parse(line, &request) || !users_find(vendor->users, request.patron, &patron)) {
    journal(LOG_NOTICE, "sip2: %s asked for a card that is not there", vendor->terminal.name);
    return false;
  }
  bool pin_is_right = users_check_pin(&patron, request.password);
  if (strcmp(request.command, "63") == 0)
    return pin_is_right && patron_information(vendor, &request, &patron);
  return patron_status(vendor, &request, &patron, pin_is_right);
}
