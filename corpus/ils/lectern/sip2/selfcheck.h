/* The server's side of a self-check. */
#ifndef LECTERN_SIP2_SELFCHECK_H
#define LECTERN_SIP2_SELFCHECK_H

#include "../base/users.h"
#include "terminal.h"

struct circulation;

struct selfcheck {
  struct terminal terminal;
  struct users* users;
  const char* institution;
  struct circulation* circulation;
  bool (*lend)(struct circulation* circulation, struct patron* patron, const char* item);
};

/* Answers one line. False where the connection is better closed. */
bool selfcheck_answer(struct selfcheck* server, const char* line);

#endif
