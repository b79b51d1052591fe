/* Suppliers of e-books, audio books and databases, each behind the one call that its interface has
 * for letting readers in. */
#ifndef LECTERN_ECONTENT_SUPPLIER_H
#define LECTERN_ECONTENT_SUPPLIER_H

#include "../base/http.h"
#include "../base/patron.h"

struct supplier {
  const char* name;
  /* Lets the reader in, and leaves the address to send the browser to in `location`. */
  bool (*log_in)(const struct patron* reader, const char* pin, char* location, size_t size);
};

extern const struct supplier suppliers[];

/* The supplier of that name, or NULL. */
const struct supplier* supplier_named(const char* name);

#endif
