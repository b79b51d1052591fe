#ifndef LECTERN_PORTAL_COMPUTERS_H
#define LECTERN_PORTAL_COMPUTERS_H

#include "../base/patron.h"

struct redisContext;
struct computer_session;
struct inquiry;

bool computer_log_in(struct redisContext* cache, const struct patron* patron, const char* day_token,
                     int seat);
void computer_log_out(const struct computer_session* session);
bool computer_answer_order(const struct computer_session* session, const struct inquiry* inquiry);
bool computer_answer_subpoena(const struct computer_session* session,
                              const struct inquiry* inquiry);
void computer_announce(const struct patron* next, int seat);
void computer_announce_ticket(int ticket, int seat);

#endif
