/* C varargs: what is passed after the last parameter is fetched in order, or handed on as a list.
 */
#include "library_c.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static int first_of(int count, ...) {
  va_list list;
  va_start(list, count);
  int first = va_arg(list, int);
  va_end(list);
  return first;
}

void fetched(void) {
  send_number(first_of(1, scanned_card())); /* FLOW */
  send_number(first_of(1, shelf_number())); /* NO-FLOW */
}

static void report(const char* format, ...) {
  char line[128];
  va_list list;
  va_start(list, format);
  vsnprintf(line, sizeof line, format, list);
  va_end(list);
  send_text(line); /* FLOW */
}

static void report_plain(const char* format, ...) {
  char line[128];
  va_list list;
  va_start(list, format);
  vsnprintf(line, sizeof line, format, list);
  va_end(list);
  send_text(line); /* NO-FLOW */
}

void formatted(void) {
  report("%s: %d\n", entered_name(), shelf_number());
  report_plain("%s: %d\n", catalogue_title(), shelf_number());
}

static int sum(int count, va_list list) {
  int total = 0;
  while (count-- > 0)
    total += va_arg(list, int);
  return total;
}

static int summed(int count, ...) {
  va_list list;
  va_start(list, count);
  int total = sum(count, list);
  va_end(list);
  return total;
}

void handed_on(void) {
  send_number(summed(2, 1, scanned_card())); /* FLOW */
  send_number(summed(2, 1, shelf_number())); /* NO-FLOW */
}

void printed(const struct patron* patron) {
  char line[200];
  snprintf(line, sizeof line, "%d", patron->home_branch);
  send_text(line); /* NO-FLOW */
  snprintf(line, sizeof line, "%s", patron->email);
  send_text(line); /* FLOW patron.email */
  sprintf(line, "%d books", 3);
  send_text(line); /* NO-FLOW */
  sprintf(line, "%ld", patron->barcode);
  send_text(line); /* FLOW patron.barcode */
  sprintf(line, "%p", (const void*)patron);
  send_text(line); /* NO-FLOW */
}

static void fill(int count, ...) {
  va_list list;
  va_start(list, count);
  int* into = va_arg(list, int*);
  *into = scanned_card();
  va_end(list);
}

void out_parameter(void) {
  int number = 0, other = 0;
  fill(1, &number);
  send_number(number); /* FLOW */
  send_number(other);  /* NO-FLOW */
}

/* A list that ends with a null pointer. */
static void join(char* out, ...) {
  va_list list;
  const char* part;
  out[0] = '\0';
  va_start(list, out);
  while ((part = va_arg(list, const char*)) != NULL)
    strcat(out, part);
  va_end(list);
}

void to_the_end(void) {
  char name[64], title[64];
  join(name, "<", entered_name(), ">", (const char*)NULL);
  join(title, "<", catalogue_title(), ">", (const char*)NULL);
  send_text(name);  /* FLOW */
  send_text(title); /* NO-FLOW */
}

/* The cast says how the format takes it. */
static void print(void* user) {
  char line[64];
  snprintf(line, sizeof line, "%s", (const char*)user);
  send_text(line); /* FLOW */
  snprintf(line, sizeof line, "%p", user);
  send_text(line); /* NO-FLOW */
}

void cast(void) {
  print((void*)entered_name());
}
