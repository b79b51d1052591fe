#ifndef LECTERN_CATALOGUE_LOG_H
#define LECTERN_CATALOGUE_LOG_H

#include "search.h"

void search_note(const struct search* search, long milliseconds);
bool search_save(const struct search* search);
void search_dashboard(time_t day);
void search_ticker(const struct search* search);
bool search_feed(const struct search* searches, size_t count);
bool search_suggest(const struct search* search);

#endif
