/* The users table, as the daemons read it. Only the circulation service writes it. */
#ifndef LECTERN_BASE_USERS_H
#define LECTERN_BASE_USERS_H

#include "patron.h"

#include <sqlite3.h>

#ifdef __cplusplus
extern "C" {
#endif

struct users {
  sqlite3* database;
  sqlite3_stmt* by_barcode;
  sqlite3_stmt* loans;
  sqlite3_stmt* next;
};

/* False where the file cannot be opened or lacks a table; the reason is in the journal. */
bool users_open(struct users* users, const char* file);
void users_close(struct users* users);

/* Fills `patron`, with the loans. False where there is no such card. */
bool users_find(struct users* users, const char* barcode, struct patron* patron);

/* The next card after `barcode`, for those who go through the whole table; false after the last. An
 * empty one starts. */
bool users_next(struct users* users, char* barcode);

/* Whether the PIN is the one on file; both are hashed, and compared in constant time. */
bool users_check_pin(const struct patron* patron, const char* pin);

#ifdef __cplusplus
}
#endif
#endif
