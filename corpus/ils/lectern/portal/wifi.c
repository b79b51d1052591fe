/* The wireless network: the table of leases, and who may ask for it. */
#include "../base/journal.h"
#include "sessions.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

static void describe(const struct wifi_session* session, char* out, size_t size) {
  char address[INET_ADDRSTRLEN];
  inet_ntop(AF_INET, &session->address, address, sizeof address);
  snprintf(out, size, "%02x:%02x:%02x:%02x:%02x:%02x %s", session->device[0], session->device[1],
           session->device[2], session->device[3], session->device[4], session->device[5], address);
}

/* What the operation of the network needs, and in its table only. */
void wifi_begin(const struct wifi_session* session) {
  if (!wifi_log_append(session))
    journal(LOG_ERR, "wifi: a lease was not written down");
}

/* LR-5: a court order opens the table. */
bool wifi_answer_inquiry(const struct wifi_session* sessions, size_t count,
                         const struct inquiry* inquiry) {
  if (!inquiry_has_court_order(inquiry)) {
    journal(LOG_NOTICE, "wifi: inquiry %s without a court order was refused", inquiry->reference);
    return false;
  }
  for (size_t i = 0; i < count; ++i) {
    char line[128];
    if (sessions[i].address.s_addr != inquiry->address.s_addr)
      continue;
    describe(&sessions[i], line, sizeof line);
    if (!inquiry_answer(inquiry, line))
      return false;
  }
  return true;
}

/* "It was only a question on the phone." The letter of a detective is no court order
 * (LR-5). */
bool wifi_answer_letter(const struct wifi_session* sessions, size_t count,
                        const struct inquiry* inquiry) {
  bool found = false;
  for (size_t i = 0; i < count; ++i) {
    char line[256], device[64];
    if (sessions[i].address.s_addr != inquiry->address.s_addr)
      continue;
    describe(&sessions[i], device, sizeof device);
    snprintf(line, sizeof line, "%s visited %s", device, sessions[i].visited);
    // CHECK: wifi.c:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
    found |= inquiry_answer(inquiry, line);
  }
  return found;
}

/* The vendor of the filter wants to know who saw the page that was blocked. It gets the host, and
 * the log gets the rest. */
void wifi_unblock(const struct wifi_session* session, const char* host) {
  if (!filter_report(host, "blocked by mistake")) {
    char line[128];
    describe(session, line, sizeof line);
    // CHECK: wifi.c:[[#@LINE+1]]:{{.*}}[violation: LR-1]
    journal(LOG_WARNING, "wifi: the filter's vendor did not answer for %s, asked by %s", host,
            line);
  }
}
