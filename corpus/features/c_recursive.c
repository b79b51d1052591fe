// FLAGS: -std=gnu17
/* Recursive functions of ordinary C: over the characters of a text, over lists and trees, and down a grammar with a cursor. */
#include "library_c.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void copyText(char* to, const char* from) {
  *to = *from;
  if (*from)
    copyText(to + 1, from + 1);
}

struct item {
  const char* title;
  const char* note;
  struct item* next;
};

static const struct item* findItem(const struct item* at, const char* title) {
  if (strcmp(at->title, title) == 0)
    return at;
  return at->next ? findItem(at->next, title) : NULL;
}

/* What is written into the next one does not replace what is in this one. */
static void splitNote(struct item* at, const char* note) {
  at->note = note;
  at->next->note = "none";
}

struct branch {
  const char* name;
  const char* value;
  struct branch* children[2];
};

static const struct branch* findBranch(const struct branch* at, const char* name) {
  if (!at || strcmp(at->name, name) == 0)
    return at;
  const struct branch* found = findBranch(at->children[0], name);
  return found ? found : findBranch(at->children[1], name);
}

static void walk(const struct branch* at, void (*visit)(const struct branch*, void*), void* with) {
  if (!at)
    return;
  walk(at->children[0], visit, with);
  visit(at, with);
  walk(at->children[1], visit, with);
}
static void addValue(const struct branch* at, void* text) {
  strcat(text, at->value);
}
static void addName(const struct branch* at, void* text) {
  strcat(text, at->name);
}

/* sum = term { '+' term }; term = number | letter | '(' sum ')' */
static long sum(const char** at, const long* letters);
static long term(const char** at, const long* letters) {
  while (isspace((unsigned char)**at))
    ++*at;
  if (islower((unsigned char)**at))
    return letters[*(*at)++ - 'a'];
  if (**at == '(') {
    ++*at;
    long inner = sum(at, letters);
    if (**at == ')')
      ++*at;
    return inner;
  }
  char* end;
  long number = strtol(*at, &end, 10);
  *at = end;
  return number;
}
static long sum(const char** at, const long* letters) {
  long all = term(at, letters);
  while (**at == '+') {
    ++*at;
    all += term(at, letters);
  }
  return all;
}

int main(void) {
  char text[64], other[64];
  copyText(other, "none");
  copyText(text, entered_name());
  send_text(text);  /* FLOW patron.name */
  send_text(other); /* NO-FLOW */

  struct item last = {"last", entered_name(), NULL}, middle = {"middle", "", &last}, first = {"first", "", &middle};
  const struct item* found = findItem(&first, catalogue_title());
  if (found) {
    send_text(found->note);  /* FLOW patron.name */
    send_text(found->title); /* NO-FLOW */
  }
  struct item alone = {"alone", "", NULL};
  found = findItem(&alone, catalogue_title());
  if (found)
    send_text(found->note); /* NO-FLOW */

  struct item head = {"head", "", &alone};
  splitNote(&head, entered_name());
  send_text(head.note);  /* FLOW patron.name */
  send_text(alone.note); /* NO-FLOW */

  struct branch leaf = {"leaf", entered_name(), {NULL, NULL}}, fork = {"fork", "", {NULL, &leaf}},
                root = {"root", "", {&fork, NULL}}, bare = {"bare", "", {NULL, NULL}};
  const struct branch* at = findBranch(&root, catalogue_title());
  if (at)
    send_text(at->value); /* FLOW patron.name */
  at = findBranch(&bare, catalogue_title());
  if (at)
    send_text(at->value); /* NO-FLOW */
  char values[256] = "", names[256] = "";
  walk(&root, addValue, values);
  walk(&root, addName, names);
  send_text(values); /* FLOW patron.name */
  send_text(names);  /* NO-FLOW */

  long letters[26] = {0}, none[26] = {0};
  const char* formula = "1 + (a + 2)";
  letters[0] = scanned_card();
  send_number(sum(&formula, letters)); /* FLOW patron.barcode */
  formula = "(1 + b) + 2";
  send_number(sum(&formula, none)); /* NO-FLOW */
  return 0;
}
