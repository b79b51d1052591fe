#include "terminal.h"

#include "../base/journal.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

static bool send_all(struct terminal* terminal, const struct sip2_message* message) {
  size_t sent = 0;
  while (sent < message->length) {
    ssize_t n = send(terminal->socket, message->text + sent, message->length - sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      journal(LOG_WARNING, "sip2: %s went away: %s", terminal->name, strerror(errno));
      return false;
    }
    sent += (size_t)n;
  }
  return true;
}

bool selfcheck_send(struct terminal* terminal, const struct sip2_message* message) {
  return send_all(terminal, message);
}

bool vendor_send(struct terminal* terminal, const struct sip2_message* message) {
  return send_all(terminal, message);
}
