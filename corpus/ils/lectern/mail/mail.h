/* Notices by e-mail: what is said to the mail host, and what is said. The host belongs to a company
 * that sends mail for several libraries. */
#ifndef LECTERN_MAIL_MAIL_H
#define LECTERN_MAIL_MAIL_H

#include "../base/patron.h"

#include <openssl/ssl.h>
#include <stdbool.h>

enum { LINE_SIZE = 512, TOKEN_SIZE = 65 };

struct smtp {
  SSL* tls;
  bool is_verbose; /* write the dialogue down */
  unsigned char secret[32];
};

struct hold_notice {
  const struct patron* reader;
  const char* title; /* of what waits on the shelf */
  int shelf;
};

/* The contract with the company is signed and in force. */
bool mail_host_is_under_contract(void);

bool smtp_open(struct smtp* smtp, int socket, SSL_CTX* context);
void smtp_close(struct smtp* smtp);
/* Sends a line, and reads the code of the answer; 0 where there is none. */
int smtp_say(struct smtp* smtp, const char* line);
bool smtp_envelope(struct smtp* smtp, const char* to);

bool send_hold_notice(struct smtp* smtp, const struct hold_notice* notice);
bool send_renewal(struct smtp* smtp, const struct patron* reader);

/* What stands in a notice for the reader who has opened it. */
bool pixel_link(const struct patron* reader, char* html, size_t size);
void report_opened(const struct patron* reader);
void report_sent(unsigned count);

#endif
