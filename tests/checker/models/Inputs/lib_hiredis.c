// hiredis.
#include "people.h"
#include <hiredis/hiredis.h>

void commands(struct Person* p) {
  struct timeval time = {1, 0};
  redisContext* c = redisConnect("localhost", 6379);
  redisReply* reply = redisCommand(c, "SET name %s", p->name); // reaches patron.name
  freeReplyObject(reply);
  redisCommand(c, "SET branch %d", p->branch);
  redisAppendCommand(c, "SET pin %d", p->pin); // reaches patron.pin
  const char* words[] = {"SET", "name", p->email};
  redisCommandArgv(c, 3, words, 0); // reaches patron.email
  redisConnectWithTimeout("localhost", 6379, time), redisConnectUnix("x");
  redisFree(c);
}
