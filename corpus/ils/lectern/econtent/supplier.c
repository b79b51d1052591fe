#include "suppliers.h"

#include "../base/journal.h"

#include <string.h>

const struct supplier suppliers[] = {
    {"shelfstream", shelfstream_log_in},
    {"paperhall", paperhall_log_in},
    {"tonewood", tonewood_log_in},
    {NULL, NULL},
};

const struct supplier* supplier_named(const char* name) {
  for (const struct supplier* s = suppliers; s->name; ++s)
    if (strcmp(s->name, name) == 0)
      return s;
  journal(LOG_NOTICE, "econtent: no supplier is called %s", name);
  return NULL;
}
