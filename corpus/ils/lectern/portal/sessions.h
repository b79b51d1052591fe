/* Public computers and the wireless network: who sits where, and which device reached what. */
#ifndef LECTERN_PORTAL_SESSIONS_H
#define LECTERN_PORTAL_SESSIONS_H

#include "../base/patron.h"

#include <netinet/in.h>

struct computer_session {
  long id;
  char card[BARCODE_SIZE];
  int seat;
  time_t begins;
  time_t ends;
};

struct wifi_session {
  unsigned char device[6];
  struct in_addr address;
  char visited[128]; /* the last host that the resolver was asked for */
  time_t begins;
};

/* The table of sessions that are under way. Rows go when sessions end. */
bool sessions_insert(const struct computer_session* session);
bool sessions_remove(long id);

/* Keeps a row for the time that the consortium's contract with the network's operator names. */
bool wifi_log_append(const struct wifi_session* session);

/* The sheet at the door of the computer room, on paper, which everyone can read. */
void waiting_sheet_print(int seat, const char* line);

/* An inquiry of the police, and what is sent in answer. */
struct inquiry {
  char reference[32];
  char card[BARCODE_SIZE];
  struct in_addr address;
};
bool inquiry_has_court_order(const struct inquiry* inquiry);
bool inquiry_answer(const struct inquiry* inquiry, const char* text);

/* What the filter's vendor is told of a page that was blocked by mistake. */
bool filter_report(const char* host, const char* comment);

#endif
