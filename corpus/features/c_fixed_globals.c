/* Globals that nothing writes after their beginning decide branches as constants do. */
#include "library_c.h"

static int always = 1, never;
static int switched = 0;
extern int elsewhere; /* what it holds is not said here */
int nobody = 0;
static int passed = 0;

void turn(int* what);
void switch_on(void) {
  switched = 1;
  turn(&passed);
}

void decided(void) {
  int card = scanned_card();
  if (never)
    send_number(card); /* NO-FLOW */
  if (always)
    send_number(card); /* FLOW */
}

void overwritten(void) {
  int number = scanned_card();
  if (always)
    number = shelf_number();
  send_number(number); /* NO-FLOW */
}

void undecided(void) {
  int card = scanned_card();
  if (switched)
    send_number(card); /* FLOW */
  if (elsewhere)
    send_number(card); /* FLOW */
  if (nobody)
    send_number(card); /* NO-FLOW */
  if (passed)
    send_number(card); /* FLOW */
}
