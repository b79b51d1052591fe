/* Records that the program fills itself, from rows and messages of which nothing is known: what is
 * put into a member that holds data about people is such data. A flag that a callee may set is no
 * constant afterwards. */
#include "library_c.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

const char* column(int number); /* of a row that another program wrote */

static void read_row(struct patron* patron) {
  memset(patron, 0, sizeof *patron);
  snprintf(patron->name, sizeof patron->name, "%s", column(0));
  strncpy(patron->email, column(1), sizeof patron->email - 1);
  patron->home_branch = 3;
}

void filled(void) {
  struct patron patron;
  read_row(&patron);
  send_text(patron.name);          /* FLOW patron.name */
  send_text(patron.email);         /* FLOW patron.email */
  send_number(patron.barcode);     /* NO-FLOW */
  send_number(patron.home_branch); /* NO-FLOW */
}

void character_by_character(const char* text) {
  struct patron patron;
  patron.email[0] = '\0';
  send_text(patron.email); /* NO-FLOW */
  size_t i = 0;
  for (; text[i] && i + 1 < sizeof patron.name; ++i)
    patron.name[i] = text[i];
  patron.name[i] = '\0';
  send_text(patron.name); /* FLOW patron.name */
}

void constants(void) {
  struct patron patron;
  strcpy(patron.name, "the library");
  snprintf(patron.email, sizeof patron.email, "%s@example.org", "desk");
  send_text(patron.name);  /* NO-FLOW */
  send_text(patron.email); /* NO-FLOW */
}

struct reply {
  size_t length;
  bool is_full;
};

static void note_full(struct reply* reply, const char* text) {
  if (reply->length + strlen(text) > 80)
    reply->is_full = true;
}

void flag_of_callee(const struct patron* patron, const char* text) {
  struct reply reply = {0, false};
  if (reply.is_full)
    send_text(patron->name); /* NO-FLOW */
  note_full(&reply, text);
  if (reply.is_full)
    send_text(patron->name); /* FLOW patron.name */
}

static void copy_column(char* to, size_t size, int number) {
  const char* text = column(number);
  snprintf(to, size, "%s", text ? text : "");
}

static void copy_constant(char* to, size_t size) {
  snprintf(to, size, "%s", "none");
}

void filled_by_callee(void) {
  struct patron patron;
  copy_constant(patron.email, sizeof patron.email);
  send_text(patron.email); /* NO-FLOW */
  copy_column(patron.name, sizeof patron.name, 0);
  send_text(patron.name); /* FLOW patron.name */
}
