/* A connection from something that speaks SIP2: a self-check in the library, at which the user
 * stands, or the server of a supplier, which asks whether a card is good before it lets a reader
 * in. */
#ifndef LECTERN_SIP2_TERMINAL_H
#define LECTERN_SIP2_TERMINAL_H

#include "message.h"

struct terminal {
  int socket;
  char name[32]; /* what it logged in as */
};

/* Sends to the screen and the receipt printer of the user who stands there. */
bool selfcheck_send(struct terminal* terminal, const struct sip2_message* message);

/* Sends to a supplier of e-content. */
bool vendor_send(struct terminal* terminal, const struct sip2_message* message);

#endif
