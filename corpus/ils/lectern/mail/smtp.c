/* As much of RFC 5321 as sending needs, over TLS only (RFC 8314). */
#include "../base/journal.h"
#include "mail.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool smtp_open(struct smtp* smtp, int socket, SSL_CTX* context) {
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
  smtp->tls = SSL_new(context);
  if (!smtp->tls || SSL_set_fd(smtp->tls, socket) != 1 || SSL_connect(smtp->tls) != 1) {
    journal(LOG_ERR, "mail: no TLS, and nothing is sent without it");
    return false;
  }
  return smtp_say(smtp, "EHLO ridgefield.example\r\n") == 250;
}

void smtp_close(struct smtp* smtp) {
  smtp_say(smtp, "QUIT\r\n");
  SSL_shutdown(smtp->tls);
  SSL_free(smtp->tls);
  smtp->tls = NULL;
}

/* LR-2, UI-3: an agent that has signed sees what a notice needs. */
int smtp_say(struct smtp* smtp, const char* line) {
  char answer[LINE_SIZE];
  if (!mail_host_is_under_contract())
    return 0;
  if (smtp->is_verbose)
    // CHECK: smtp.c:[[#@LINE+1]]:{{.*}}[violation: LR-1]
    journal(LOG_DEBUG, "mail > %s", line);
  if (SSL_write(smtp->tls, line, (int)strlen(line)) <= 0)
    return 0;
  int length = SSL_read(smtp->tls, answer, sizeof answer - 1);
  if (length < 3)
    return 0;
  answer[length] = '\0';
  return atoi(answer);
}

bool smtp_envelope(struct smtp* smtp, const char* to) {
  char line[LINE_SIZE];
  if (smtp_say(smtp, "MAIL FROM:<desk@ridgefield.example>\r\n") != 250)
    return false;
  snprintf(line, sizeof line, "RCPT TO:<%s>\r\n", to);
  int code = smtp_say(smtp, line);
  if (code / 100 == 5)
    // CHECK: smtp.c:[[#@LINE+1]]:{{.*}}[violation: LR-1]
    journal(LOG_WARNING, "mail: %s is refused: %d", to, code);
  return code == 250 && smtp_say(smtp, "DATA\r\n") == 354;
}
