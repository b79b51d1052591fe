/* Bills that stay unpaid. The collection agency is a third party: neither agent nor court (LR-3).
 */
#include "../base/journal.h"
#include "payments.h"

#include <stdio.h>

enum { SIXTY_DAYS = 60 * 24 * 60 * 60 };

static bool is_overdue(const struct bill* bill, time_t now) {
  return bill->cents > 0 && now - bill->since > SIXTY_DAYS;
}

/* One line of the agency's format, version 3: debtor, address, birthdate, amount, what for. */
static void format_line(const struct bill* bill, char* out, size_t size) {
  const struct patron* debtor = bill->patron;
  snprintf(out, size, "%s;%s;%s;%ld.%02ld;%s\n", debtor->name, debtor->address, debtor->birthdate,
           bill->cents / 100, bill->cents % 100, bill->item_title);
}

size_t collect_overdue(const struct bill* bills, size_t count, time_t now) {
  size_t sent = 0;
  for (size_t i = 0; i < count; ++i) {
    struct http_reply reply;
    char line[1024];
    if (!is_overdue(&bills[i], now))
      continue;
    format_line(&bills[i], line, sizeof line);
    // CHECK: collection.c:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
    if (http_post("https://files.grabwell.example/in", "text/csv", line, &reply)) {
      ++sent;
      http_free(&reply);
    }
  }
  journal(LOG_INFO, "payments: %zu bills went to collection", sent);
  return sent;
}

/* LR-3, UI-3, SA-2: those who signed the form for it when they took a card out of state; the agency
 * has signed, too. */
size_t collect_with_permission(const struct bill* bills, size_t count, time_t now) {
  size_t sent = 0;
  for (size_t i = 0; i < count; ++i) {
    struct http_reply reply;
    char line[1024];
    if (!is_overdue(&bills[i], now) || !patron_signed_release(bills[i].patron) ||
        !processor_is_under_contract())
      continue;
    snprintf(line, sizeof line, "%s;%s\n", bills[i].patron->name, bills[i].patron->address);
    if (http_post("https://files.grabwell.example/in", "text/csv", line, &reply)) {
      ++sent;
      http_free(&reply);
    }
  }
  return sent;
}
