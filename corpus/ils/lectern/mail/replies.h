/* What people answer to a newsletter, and the letters that follow. */
#ifndef LECTERN_MAIL_REPLIES_H
#define LECTERN_MAIL_REPLIES_H

#include "../base/patron.h"

struct reply {
  char newsletter[32];
  char text[2048];
};

/* The list from which the next newsletter is made. */
void outreach_keep(const char* newsletter, const char* text);
/* A study of reading habits, by staff of the library and for a degree. */
void study_add(const char* text);
/* This user has stopped requests for support. */
bool appeals_are_stopped(const struct patron* reader);
/* A letter that asks for support. */
void appeal_send(const struct patron* reader, const char* text);

void take_reply(const struct reply* reply);
void lend_to_study(const struct reply* reply);
void ask_for_support(const struct patron* reader);
void ask_by_last_loan(const struct patron* reader);

#endif
