/* What a library keeps between calls: a text that is cut into words, the environment; and what it
   calls back. */
#include "library_c.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void words(void) {
  char line[64];
  strcpy(line, entered_name());
  for (char* word = strtok(line, " "); word; word = strtok(NULL, " "))
    send_text(word); /* FLOW */
}

void other_words(void) {
  char line[64] = "a b";
  for (char* word = strtok(line, " "); word; word = strtok(NULL, " "))
    send_text(word); /* NO-FLOW */
}

void words_with_a_place(void) {
  char line[64], *place;
  strcpy(line, entered_name());
  strtok_r(line, " ", &place);
  send_text(strtok_r(NULL, " ", &place)); /* FLOW */
}

void environment(void) {
  setenv("PATRON", entered_name(), 1);
  setenv("TITLE", catalogue_title(), 1);
  send_text(getenv("PATRON")); /* FLOW */
  send_text(getenv("TITLE"));  /* NO-FLOW */
  unsetenv("PATRON");
  send_text(getenv("PATRON")); /* NO-FLOW */
}

static int by_number(const void* left, const void* right) {
  int a = *(const int*)left, b = *(const int*)right;
  send_number(a); /* FLOW */
  return a - b;
}

static int by_shelf(const void* left, const void* right) {
  int a = *(const int*)left, b = *(const int*)right;
  send_number(a); /* NO-FLOW */
  return a - b;
}

void sorted(void) {
  int cards[3] = {1, scanned_card(), 3}, shelves[2] = {shelf_number(), 2}, key = 3;
  qsort(cards, 3, sizeof cards[0], by_number);
  send_number(cards[0]); /* FLOW */
  qsort(shelves, 2, sizeof shelves[0], by_shelf);
  send_number(shelves[0]); /* NO-FLOW */
  int* found = bsearch(&key, cards, 3, sizeof cards[0], by_number);
  send_number(*found); /* FLOW */
}

static jmp_buf failed, never;
static char reason[64], unsaid[64];

static void fail(const char* why) {
  strncpy(reason, why, sizeof reason - 1);
  longjmp(failed, 1);
}

static void check(const char* name) {
  if (name[0] == 0)
    fail("no name");
  if (strlen(name) > 20)
    fail(name);
}

void jumps(void) {
  if (setjmp(failed) == 0)
    check(entered_name());
  else
    send_text(reason); /* FLOW */
  if (setjmp(never) == 0)
    shelf_number();
  else
    send_text(unsaid); /* NO-FLOW */
}

void readBack(void) {
  char line[64];
  FILE* file = fopen("names", "w+");
  fputs(entered_name(), file); /* FLOW */
  rewind(file);
  fgets(line, sizeof line, file);
  send_text(line); /* FLOW */
  FILE* other = fopen("names", "w");
  fputs(entered_name(), other); /* FLOW */
  FILE* titles = fopen("titles", "r+");
  fgets(line, sizeof line, titles);
  send_text(line); /* NO-FLOW */
}
