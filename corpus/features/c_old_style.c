/* FLAGS: -std=c89 -Wno-deprecated-non-prototype -Wno-implicit-function-declaration -Wno-implicit-int */
/* K&R corners: parameters declared after the list, functions without prototypes, implicit int and
 * declarations. */
#include "library_c.h"

int add(a, b)
int a, b;
{
  return a + b;
}

static char* either(yes, one, other)
int yes;
char *one, *other;
{
  return yes ? one : other;
}

implicit_result(number) int number;
{
  return number;
}

void old_parameters() {
  char name[8], title[8];
  send_number(add(scanned_card(), 1)); /* FLOW */
  send_number(add(shelf_number(), 1)); /* NO-FLOW */
  name[0] = entered_name()[0];
  title[0] = 't';
  send_text(either(shelf_number(), name, title));  /* FLOW */
  send_text(either(shelf_number(), title, title)); /* NO-FLOW */
  send_number(implicit_result(scanned_card()));    /* FLOW */
  send_number(implicit_result(2));                 /* NO-FLOW */
}

int (*picked)();

void without_prototype() {
  int (*local)() = add;
  send_number(local(scanned_card(), 2)); /* FLOW */
  picked = implicit_result;
  send_number(picked(shelf_number())); /* NO-FLOW */
}

void implicitly_declared() {
  send_number(declared_later(scanned_card())); /* FLOW */
  send_number(declared_later(shelf_number())); /* NO-FLOW */
}

int declared_later(number)
int number;
{
  return number + 1;
}

void in_condition() {
  int number;
  if ((number = scanned_card()) > 3)
    send_number(number); /* FLOW */
  number = 0, number = shelf_number();
  send_number(number); /* NO-FLOW */
}
