/* What a library keeps between calls: a text that is cut into words, the environment; and what it
   calls back. */
#include "library_c.h"

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
