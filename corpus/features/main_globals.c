/* What a program's globals hold when it begins, and only later. */
#include "library_c.h"
#include <string.h>

struct context {
  char user[32];
  int depth;
};
static struct context first_context;
static struct context* current = &first_context;
static char last_error[64];
static int is_open = 0;

static void fail(const char* text) { strcpy(last_error, text); }
static void enter(const char* user) { strcpy(current->user, user); }

int main(void) {
  send_text(last_error);    /* NO-FLOW */
  send_text(current->user); /* NO-FLOW */
  if (is_open)
    send_text(entered_name()); /* NO-FLOW */
  fail(entered_name());
  enter(entered_name());
  is_open = 1;
  send_text(last_error);         /* FLOW */
  send_text(first_context.user); /* FLOW */
  if (is_open)
    send_text(entered_name()); /* FLOW */
  return 0;
}
