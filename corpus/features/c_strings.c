/* The C library's strings and files: what a buffer holds, and what was made from it. */
#include "library_c.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void copied(const struct patron* patron) {
  char buffer[64], other[64];
  strcpy(buffer, patron->email);
  strcpy(other, "desk");
  send_text(buffer); /* FLOW patron.email */
  send_text(other);  /* NO-FLOW */
  strncpy(buffer, "none", sizeof buffer);
  send_text(buffer); /* NO-FLOW */
}

void searched(const struct patron* patron) {
  const char* at = strchr(patron->email, '@');
  if (at)
    send_text(at + 1); /* FLOW */
  const char* word = strstr(catalogue_title(), "cat");
  send_text(word); /* NO-FLOW */
}

void cut(void) {
  char line[64];
  strncpy(line, entered_name(), sizeof line - 1);
  for (char* part = strtok(line, " "); part; part = strtok(NULL, " "))
    send_text(part); /* FLOW */
}

void numbers(void) {
  char text[16];
  snprintf(text, sizeof text, "%d", scanned_card());
  send_number(atoi(text));             /* FLOW */
  send_number(strtol(text, NULL, 10)); /* FLOW */
  send_number(atoi("12"));             /* NO-FLOW */
}

void letters(void) {
  const char* name = entered_name();
  char upper[32];
  size_t i = 0;
  for (; name[i] && i < sizeof upper - 1; i++)
    upper[i] = (char)toupper((unsigned char)name[i]);
  upper[i] = '\0';
  send_text(upper);     /* FLOW */
  send_number((long)i); /* NO-FLOW */
  send_number(name[0]); /* FLOW */
}

void scanned_text(void) {
  char first[32], kind[32];
  sscanf(entered_name(), "%31s", first);
  send_text(first); /* FLOW */
  sscanf("adult", "%31s", kind);
  send_text(kind); /* NO-FLOW */
}

static int by_text(const void* a, const void* b) {
  return strcmp(*(const char* const*)a, *(const char* const*)b);
}

void sorted(void) {
  const char* names[2] = {"Ann", entered_name()};
  const char* titles[2] = {"Emma", catalogue_title()};
  qsort(names, 2, sizeof names[0], by_text);
  qsort(titles, 2, sizeof titles[0], by_text);
  send_text(names[0]);  /* FLOW */
  send_text(titles[0]); /* NO-FLOW */
}

void temporary_file(void) {
  FILE* file = tmpfile();
  char line[64];
  fputs(entered_name(), file); /* FLOW */
  rewind(file);
  fgets(line, sizeof line, file);
  send_text(line); /* FLOW */
  fclose(file);
}

void lengths(const struct patron* patron) {
  send_number((long)strlen(patron->name));                   /* NO-FLOW */
  send_number(strcmp(patron->name, "Ann") == 0);             /* NO-FLOW */
  send_number(isalpha((unsigned char)patron->name[0]) != 0); /* NO-FLOW */
}

static void perhaps_copy(char* to, int is_wanted, const char* from) {
  if (is_wanted)
    strcpy(to, from);
}

void overAnEmptyText(void) {
  char zero[32] = {0}, empty[32] = "", never[32] = {0};
  perhaps_copy(zero, shelf_number(), entered_name());
  perhaps_copy(empty, shelf_number(), entered_name());
  perhaps_copy(never, shelf_number(), catalogue_title());
  send_text(zero);  /* FLOW */
  send_text(empty); /* FLOW */
  send_text(never); /* NO-FLOW */
}

void copied_over(void) {
  char name[64], title[64];
  char* heap = malloc(64);
  strcpy(name, entered_name());
  send_text(name); /* FLOW */
  strcpy(name, catalogue_title());
  send_text(name); /* NO-FLOW */
  strcpy(title, catalogue_title());
  strcat(title, entered_name());
  send_text(title); /* FLOW */
  strcpy(heap, entered_name());
  send_text(heap); /* FLOW */
  strcpy(heap, catalogue_title());
  send_text(heap); /* NO-FLOW */
}
