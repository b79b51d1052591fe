/* The SIP2 server: one thread for each terminal, lines that end with a carriage return, a log-in
 * first. Who logs in as a supplier gets a supplier's answers. */
#include "../base/journal.h"
#include "selfcheck.h"
#include "vendor.h"

#include <errno.h>
#include <hiredis/hiredis.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct circulation {
  redisContext* queue;
};

struct connection {
  int socket;
  struct users users;
  struct circulation circulation;
};

/* The circulation service takes check-outs from a queue, and answers with the number of the loan.
 */
static bool lend(struct circulation* circulation, struct patron* patron, const char* item) {
  redisReply* reply =
      (redisReply*)redisCommand(circulation->queue, "RPUSH checkout %ld %s", patron->id, item);
  bool ok = reply && reply->type == REDIS_REPLY_INTEGER;
  if (!ok)
    journal(LOG_ERR, "sip2: the circulation service does not answer: %s",
            circulation->queue->errstr);
  freeReplyObject(reply);
  return ok;
}

static bool read_line(int socket, char* line, size_t size) {
  size_t length = 0;
  while (length + 1 < size) {
    ssize_t n = recv(socket, line + length, 1, 0);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return false;
    if (line[length] == '\r')
      break;
    ++length;
  }
  line[length] = '\0';
  return length > 0;
}

static bool is_vendor(const char* login) {
  return strncmp(login, "vendor-", 7) == 0;
}

static void* serve(void* argument) {
  struct connection* connection = (struct connection*)argument;
  char line[SIP2_MAX];
  struct sip2_request login;
  if (read_line(connection->socket, line, sizeof line) && sip2_parse(line, &login) &&
      strcmp(login.command, "93") == 0) {
    struct terminal terminal = {.socket = connection->socket};
    snprintf(terminal.name, sizeof terminal.name, "%s", login.login);
    struct selfcheck selfcheck = {.terminal = terminal,
                                  .users = &connection->users,
                                  .institution = "RFL",
                                  .circulation = &connection->circulation,
                                  .lend = lend};
    struct vendor vendor = {
        .terminal = terminal, .users = &connection->users, .greets_by_name = true};
    bool vendors = is_vendor(login.login);
    while (read_line(connection->socket, line, sizeof line))
      if (!(vendors ? vendor_answer(&vendor, line) : selfcheck_answer(&selfcheck, line)))
        break;
  }
  close(connection->socket);
  users_close(&connection->users);
  redisFree(connection->circulation.queue);
  free(connection);
  return NULL;
}

static int listen_on(unsigned short port) {
  int server = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  int yes = 1;
  setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (server < 0 || bind(server, (struct sockaddr*)&address, sizeof address) != 0 ||
      listen(server, 64) != 0) {
    journal(LOG_CRIT, "sip2: cannot listen on port %u: %s", port, strerror(errno));
    return -1;
  }
  return server;
}

int main(int argc, char** argv) {
  const char* file = argc > 1 ? argv[1] : "/var/lib/lectern/users.db";
  journal_open("lectern-sip2", 1);
  int server = listen_on(6001);
  if (server < 0)
    return EXIT_FAILURE;
  for (;;) {
    int client = accept(server, NULL, NULL);
    if (client < 0)
      continue;
    struct connection* connection = (struct connection*)calloc(1, sizeof *connection);
    pthread_t thread;
    if (!connection || !users_open(&connection->users, file)) {
      free(connection);
      close(client);
      continue;
    }
    connection->socket = client;
    connection->circulation.queue = redisConnect("127.0.0.1", 6379);
    if (pthread_create(&thread, NULL, serve, connection) == 0)
      pthread_detach(thread);
  }
}
