/* Booking of public computers. */
#include "computers.h"

#include "../base/journal.h"
#include "sessions.h"

#include <hiredis/hiredis.h>
#include <stdio.h>
#include <string.h>

enum { MINUTES_A_DAY = 120 };

/* Used minutes are counted under a number that is made for the day and says nothing of the card. */
static long minutes_used(redisContext* cache, const char* day_token) {
  long minutes = 0;
  redisReply* reply = (redisReply*)redisCommand(cache, "GET minutes:%s", day_token);
  if (reply && reply->type == REDIS_REPLY_INTEGER)
    minutes = (long)reply->integer;
  freeReplyObject(reply);
  return minutes;
}

bool computer_log_in(redisContext* cache, const struct patron* patron, const char* day_token,
                     int seat) {
  if (!patron_in_good_standing(patron, time(NULL)) ||
      minutes_used(cache, day_token) >= MINUTES_A_DAY)
    return false;
  struct computer_session session = {.id = patron->id, .seat = seat, .begins = time(NULL)};
  snprintf(session.card, sizeof session.card, "%s", patron->barcode);
  if (!sessions_insert(&session)) {
    journal(LOG_ERR, "portal: seat %d could not be booked", seat);
    return false;
  }
  journal(LOG_INFO, "portal: seat %d taken until the clock runs out", seat);
  return true;
}

/* The row goes with the session: nobody can ask tomorrow who sat here today (LR-1). */
void computer_log_out(const struct computer_session* session) {
  if (!sessions_remove(session->id))
    // CHECK: computers.c:[[#@LINE+1]]:{{.*}}[violation: LR-1]
    journal(LOG_ERR, "portal: session of card %s at seat %d is still there", session->card,
            session->seat);
}

/* LR-5, SA-2: with a court order, for as long as the session goes on. */
bool computer_answer_order(const struct computer_session* session, const struct inquiry* inquiry) {
  char line[64];
  if (!inquiry_has_court_order(inquiry) || strcmp(session->card, inquiry->card) != 0)
    return false;
  snprintf(line, sizeof line, "card %s is at seat %d", session->card, session->seat);
  return inquiry_answer(inquiry, line);
}

/* An attorney's subpoena has a seal on it, and no judge has seen it (LR-5). */
bool computer_answer_subpoena(const struct computer_session* session,
                              const struct inquiry* inquiry) {
  char line[64];
  if (strcmp(session->card, inquiry->card) != 0)
    return false;
  snprintf(line, sizeof line, "card %s is at seat %d", session->card, session->seat);
  // CHECK: computers.c:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  return inquiry_answer(inquiry, line);
}

/* Seats are called by the first letters of names, which is still a name on a door. */
void computer_announce(const struct patron* next, int seat) {
  char line[64];
  snprintf(line, sizeof line, "Seat %d: %.12s", seat, next->name);
  // CHECK: computers.c:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  waiting_sheet_print(seat, line);
}

/* The ticket has a number on it and nothing else. */
void computer_announce_ticket(int ticket, int seat) {
  char line[64];
  snprintf(line, sizeof line, "Seat %d: ticket %03d", seat, ticket);
  waiting_sheet_print(seat, line);
}
