/* Records that the program fills itself, from rows and messages of which nothing is known: what is
 * put into a member that holds data about people is such data. A flag that a callee may set is no
 * constant afterwards. */
#include "library_c.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
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

struct options {
  char user[64];
  int verbose;
  char* path;
  char file[64];
};

struct option {
  const char* name;
  size_t offset;
  int kind;
};

static const struct option table[] = {
    {"user", offsetof(struct options, user), 0},
    {"verbose", offsetof(struct options, verbose), 1},
    {"path", offsetof(struct options, path), 2},
};

static void set_option(struct options* options, const char* name, const char* value) {
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (!strcmp(table[i].name, name)) {
      void* at = (char*)options + table[i].offset;
      if (table[i].kind == 0)
        strcpy(at, value);
      else if (table[i].kind == 1)
        *(int*)at = atoi(value);
      else
        *(char**)at = strdup(value);
    }
}

static char* field(struct options* options, size_t offset) {
  return (char*)options + offset;
}

void byOffset(void) {
  struct options user = {0}, path = {0}, file = {0};
  set_option(&user, "user", entered_name());
  send_text(user.user); /* FLOW */
  send_text(user.file); /* NO-FLOW */
  set_option(&path, "path", entered_name());
  send_text(path.path); /* FLOW */
  send_text(path.user); /* NO-FLOW */
  strcpy(field(&file, offsetof(struct options, file)), entered_name());
  send_text(file.file);                                     /* FLOW */
  send_text(file.user);                                     /* NO-FLOW */
  send_text(field(&file, offsetof(struct options, file)));  /* FLOW */
  send_text((char*)&file + offsetof(struct options, file)); /* FLOW */
  send_text(field(&file, offsetof(struct options, user)));  /* NO-FLOW */
}
