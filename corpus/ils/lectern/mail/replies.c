#include "replies.h"

#include <stdio.h>

/* OP-2: to inform those who answered of what the library does. */
void take_reply(const struct reply* reply) {
  outreach_keep(reply->newsletter, reply->text);
}

/* What answers are used for is said, and no clause forbids another use: as adopted, the policy
 * leaves it open (OP-2). */
void lend_to_study(const struct reply* reply) {
  // CHECK: replies.c:[[#@LINE+1]]:{{.*}}correspondence.response{{.*}}[undecided]
  study_add(reply->text);
}

/* OP-4, OP-3: by name, at the address that is known, and not those who have stopped it. */
void ask_for_support(const struct patron* reader) {
  char text[512];
  if (appeals_are_stopped(reader))
    return;
  snprintf(text, sizeof text, "Dear %s,\nthe roof needs mending.\n%s\n", reader->name,
           reader->address);
  appeal_send(reader, text);
}

/* "You enjoyed it, and so could others": nothing lets a loan ask for money
 * (OP-4). */
void ask_by_last_loan(const struct patron* reader) {
  char text[512];
  if (reader->loan_count == 0)
    return;
  snprintf(text, sizeof text, "Dear %s,\nyou enjoyed %s. Books cost money.\n", reader->name,
           reader->loans[reader->loan_count - 1].title);
  // CHECK: replies.c:[[#@LINE+1]]:{{.*}}circulation.loan{{.*}}[violation: LR-1]
  appeal_send(reader, text);
}
