/* Messages of the 3M Standard Interchange Protocol, version 2.00: a two-digit command, fixed
 * fields, then fields that begin with a two-letter code and end with a bar. AY and AZ, the sequence
 * number and the checksum, close each message. */
#ifndef LECTERN_SIP2_MESSAGE_H
#define LECTERN_SIP2_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

enum { SIP2_MAX = 2048 };

struct sip2_message {
  char text[SIP2_MAX];
  size_t length;
  bool truncated; /* a field did not fit and was left out */
};

void sip2_begin(struct sip2_message* message, const char* fixed);
void sip2_add(struct sip2_message* message, const char* code, const char* value);
void sip2_add_money(struct sip2_message* message, const char* code, long cents);
void sip2_finish(struct sip2_message* message, char sequence);

/* The fields of a request that a self-check or a vendor sends. */
struct sip2_request {
  char command[3];
  char patron[32];   /* AA */
  char password[72]; /* AD */
  char item[32];     /* AB */
  char login[32];    /* CN, of the terminal and not of a user */
  char sequence;
  bool wants_loans; /* Y in the third place of the summary of a patron information request */
};

/* False where the text is no message, or its checksum is wrong. */
bool sip2_parse(const char* text, struct sip2_request* request);

#endif
