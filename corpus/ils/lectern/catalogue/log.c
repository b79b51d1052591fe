/* What is kept of searches. */
#include "log.h"

#include "../base/journal.h"

#include <stdio.h>
#include <string.h>

/* LR-1: how long it took and how much was found, for whoever tunes the index. */
void search_note(const struct search* search, long milliseconds) {
  journal(LOG_INFO, "catalogue: %ld ms, %s", milliseconds, milliseconds > 2000 ? "slow" : "fast");
  if (milliseconds > 2000)
    // CHECK: log.c:[[#@LINE+1]]:{{.*}}[violation: LR-1]
    journal(LOG_WARNING, "catalogue: slow: %s", search->query);
}

/* A reader's own list, at the reader's own wish: the library keeps it to show it again (LR-2). */
bool search_save(const struct search* search) {
  return search->reader[0] && saved_search_insert(search->reader, search->query);
}

/* LR-4: numbers. */
void search_dashboard(time_t day) {
  dashboard_show("searches", searches_of_day(day));
}

/* Digits are blanked before the line goes out, as if only a card's number told who somebody is. */
static void blank_digits(char* text) {
  for (; *text; ++text)
    if (*text >= '0' && *text <= '9')
      *text = '#';
}

/* "What Ridgefield is reading", for everybody who waits in the lobby. */
void search_ticker(const struct search* search) {
  char line[QUERY_SIZE];
  snprintf(line, sizeof line, "%s", search->query);
  blank_digits(line);
  // CHECK: log.c:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  ticker_show(line);
}

/* The vendor of the index gets what was not found, one row a search, and the reader's card in the
 * last column, since the export has it. */
bool search_feed(const struct search* searches, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    char row[QUERY_SIZE + 64];
    if (searches[i].hits > 0)
      continue;
    snprintf(row, sizeof row, "%ld\t%s\t%s", (long)searches[i].at, searches[i].query,
             searches[i].reader);
    // CHECK: log.c:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
    if (!vendor_feed_append(row))
      return false;
  }
  return true;
}

/* Selectors buy what is asked for and not there. For that they need the words, and it is their duty
 * (LR-2, SA-1). */
bool search_suggest(const struct search* search) {
  char text[QUERY_SIZE + 64];
  if (search->hits > 0)
    return false;
  snprintf(text, sizeof text, "Nothing was found for: %s", search->query);
  return selector_mail(text);
}
