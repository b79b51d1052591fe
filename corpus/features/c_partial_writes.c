/* Writes of a given length: what is behind them stays. */
#define _GNU_SOURCE /* mempcpy */
#include "library_c.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <wchar.h>

struct card {
  int shelf, number;
  char note[16];
};

void numbers(void) {
  int v[4] = {scanned_card(), scanned_card(), scanned_card(), scanned_card()};
  memset(v, 0, 2 * sizeof v[0]);
  send_number(v[3]); /* FLOW */
  send_number(v[0]); /* NO-FLOW */
  memset(v, 0, sizeof v);
  send_number(v[3]); /* NO-FLOW */
}

void copiedNumbers(void) {
  int v[3] = {1, 2, scanned_card()}, zeros[3] = {0};
  memcpy(v, zeros, 2 * sizeof v[0]);
  send_number(v[2]); /* FLOW */
  memcpy(v, zeros, sizeof v);
  send_number(v[2]); /* NO-FLOW */
}

void onlyTheFirstIsCopied(void) {
  int from[3] = {1, 2, scanned_card()}, to[3] = {0};
  memcpy(to, from, sizeof from[0]);
  send_number(to[2]); /* NO-FLOW */
  memcpy(to, from, sizeof from);
  send_number(to[2]); /* FLOW */
}

void beginningOfText(void) {
  char s[64];
  strcpy(s, entered_name());
  memset(s, 'x', 2);
  send_text(s); /* FLOW */
  memcpy(s, "ab", 2);
  send_text(s); /* FLOW */
  strncpy(s, "ab", 2);
  send_text(s); /* FLOW */
  strncpy(s, "ab", sizeof s - 1);
  send_text(s); /* NO-FLOW */
}

void shortened(void) {
  char s[64];
  strcpy(s, entered_name());
  memset(s, 0, 1);
  send_text(s); /* NO-FLOW */
  strcpy(s, entered_name());
  bzero(s, sizeof s - 1);
  send_text(s); /* NO-FLOW */
  strcpy(s, entered_name());
  memcpy(s, "ab", 3);
  send_text(s); /* NO-FLOW */
}

void byLengthOfText(void) {
  char s[64];
  strcpy(s, entered_name());
  memset(s, 0, strlen(s));
  send_text(s); /* NO-FLOW */
}

void members(void) {
  struct card c = {1, scanned_card(), ""};
  memset(&c, 0, sizeof c.shelf);
  send_number(c.number); /* FLOW */
  send_number(c.shelf);  /* NO-FLOW */
  memset(&c, 0, sizeof c);
  send_number(c.number); /* NO-FLOW */
}

void onTheHeap(void) {
  int* v = malloc(4 * sizeof *v);
  v[3] = scanned_card();
  memset(v, 0, 2 * sizeof *v);
  send_number(v[3]); /* FLOW */
  memset(v, 0, 4 * sizeof *v);
  send_number(v[3]); /* NO-FLOW */
  free(v);
}

void textOnTheHeap(void) {
  char* s = calloc(8, 8);
  strcpy(s, entered_name());
  memset(s, '*', 3);
  send_text(s); /* FLOW */
  memset(s, 0, 64);
  send_text(s); /* NO-FLOW */
  free(s);
}

void records(void) {
  struct card from[2] = {{1, 2, ""}, {3, scanned_card(), ""}}, to[2];
  memcpy(to, from, sizeof to);
  send_number(to[1].number); /* FLOW */
  send_number(to[1].shelf);  /* NO-FLOW */
  memset(to, 0, sizeof to[0]);
  send_number(to[1].number); /* FLOW */
  memset(to, 0, sizeof to);
  send_number(to[1].number); /* NO-FLOW */
}

void readShort(int fd) {
  char s[64];
  strcpy(s, entered_name());
  if (read(fd, s, 2) < 0)
    return;
  send_text(s); /* FLOW */
  if (read(fd, s, sizeof s) < 0)
    return;
  send_text(s); /* NO-FLOW */
}

void wide(void) {
  wchar_t w[32];
  mbstowcs(w, entered_name(), 32);
  wmemset(w, L'x', 1);
  send_number(w[1]); /* FLOW */
  wmemset(w, L'x', 32);
  send_number(w[1]); /* NO-FLOW */
}

void throughBytes(void) {
  struct card from = {1, scanned_card(), ""}, to = {2, 0, ""};
  unsigned char bytes[sizeof from];
  memcpy(bytes, &from, sizeof from);
  send_number(bytes[4]); /* FLOW */
  memcpy(&to, bytes, sizeof to);
  send_number(to.number); /* FLOW */
  send_number(to.shelf);  /* NO-FLOW */
  bytes[0] = (unsigned char)scanned_card();
  memcpy(&to, bytes, sizeof to);
  send_number(to.shelf); /* FLOW */
}

void otherSize(void) {
  int number = scanned_card();
  *(char*)&number = 0;
  send_number(number); /* FLOW */
  *(unsigned*)&number = 0;
  send_number(number); /* NO-FLOW */
  struct card c = {1, scanned_card(), ""};
  *(int*)&c = 0;
  send_number(c.number); /* FLOW */
}

static void clearFirst(int* p, size_t n) {
  memset(p, 0, n * sizeof *p);
}

void byCallee(void) {
  int v[3] = {1, 2, scanned_card()};
  clearFirst(v, 2);
  send_number(v[2]); /* FLOW */
  clearFirst(v, 3);
  send_number(v[2]); /* NO-FLOW */
}

void formatThatHoldsData(void) {
  char out[64], format[64];
  strcpy(format, entered_name());
  snprintf(out, sizeof out, format, 1);
  send_text(out); /* FLOW */
  sprintf(out, format, 1);
  send_text(out); /* FLOW */
  snprintf(out, sizeof out, "x");
  send_text(out); /* NO-FLOW */
}

static void appendAll(int* to, int* n, const int* from, int count) {
  memcpy(to + *n, from, count * sizeof *from);
  *n += count;
}

void intoTheMiddle(void) {
  int v[2] = {1, scanned_card()}, w[4] = {0};
  memcpy(&w[1], v, sizeof v);
  send_number(w[1]); /* NO-FLOW */
  send_number(w[2]); /* FLOW */
  send_number(w[3]); /* NO-FLOW */
  int x[2] = {0};
  memcpy(x, &w[1], sizeof x);
  send_number(x[0]); /* NO-FLOW */
  send_number(x[1]); /* FLOW */
  memset(&w[1], 0, 2 * sizeof *w);
  send_number(w[2]); /* NO-FLOW */
}

void appendedTwice(void) {
  int to[6] = {0}, n = 0, first[2] = {1, 2}, second[2] = {3, scanned_card()};
  appendAll(to, &n, first, 2);
  appendAll(to, &n, second, 2);
  send_number(to[1]); /* NO-FLOW */
  send_number(to[3]); /* FLOW */
}
