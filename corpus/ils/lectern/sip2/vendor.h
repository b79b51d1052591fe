/* The server's side of a supplier that asks by SIP2 whether a card is good. */
#ifndef LECTERN_SIP2_VENDOR_H
#define LECTERN_SIP2_VENDOR_H

#include "../base/users.h"
#include "terminal.h"

struct vendor {
  struct terminal terminal;
  struct users* users;
  bool greets_by_name; /* from the configuration: the supplier's pages say "Hello, ..." */
};

bool vendor_answer(struct vendor* vendor, const char* line);

#endif
