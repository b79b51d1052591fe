/* The public catalogue: what is searched for, and what is kept of it. */
#ifndef LECTERN_CATALOGUE_SEARCH_H
#define LECTERN_CATALOGUE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

enum { QUERY_SIZE = 256, MAX_TERMS = 16 };

/* A search as it came in. `reader` is empty where nobody has logged in. */
struct search {
  char query[QUERY_SIZE];
  char reader[32];
  time_t at;
  int hits;
};

struct term {
  size_t begin;
  size_t end;
  bool is_phrase;
};

struct parsed {
  struct term terms[MAX_TERMS];
  size_t count;
};

/* Splits a query into words and phrases. False where the pattern does not match it at all. */
bool search_parse(const struct search* search, struct parsed* parsed);

/* What a reader asked to be kept, and nobody else sees. */
bool saved_search_insert(const char* reader, const char* query);

/* Counts of what was searched for, without who did. */
long searches_of_day(time_t day);
void dashboard_show(const char* label, long number);

/* A screen in the staff room with what is searched for at this moment. */
void ticker_show(const char* line);

/* The company that wants to know for which searches nothing was found. */
bool vendor_feed_append(const char* row);

/* An e-mail to the selector who buys for the part of the collection that the search is about. */
bool selector_mail(const char* text);

#endif
