#include "users.h"

#include "journal.h"

#include <crypt.h>
#include <stdio.h>
#include <string.h>

static const char find_user[] = "SELECT id, barcode, name, address, phone, email, birthdate, "
                                "pin_hash, home_branch, profile, blocked, expires, "
                                "cents_owed FROM users WHERE barcode = ?1";
static const char find_loans[] =
    "SELECT item, title, due FROM loans WHERE user = ?1 AND returned IS NULL ORDER BY due LIMIT 50";

static const char find_next[] =
    "SELECT barcode FROM users WHERE barcode > ?1 ORDER BY barcode LIMIT 1";

static bool prepare(struct users* users, const char* sql, sqlite3_stmt** statement) {
  if (sqlite3_prepare_v2(users->database, sql, -1, statement, NULL) == SQLITE_OK)
    return true;
  journal(LOG_ERR, "users: cannot prepare a statement: %s", sqlite3_errmsg(users->database));
  return false;
}

bool users_open(struct users* users, const char* file) {
  memset(users, 0, sizeof *users);
  if (sqlite3_open_v2(file, &users->database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
    journal(LOG_ERR, "users: cannot open %s", file);
    return false;
  }
  return prepare(users, find_user, &users->by_barcode) &&
         prepare(users, find_loans, &users->loans) && prepare(users, find_next, &users->next);
}

void users_close(struct users* users) {
  sqlite3_finalize(users->by_barcode);
  sqlite3_finalize(users->loans);
  sqlite3_finalize(users->next);
  sqlite3_close(users->database);
}

static void copy_column(char* to, size_t size, sqlite3_stmt* row, int column) {
  const unsigned char* text = sqlite3_column_text(row, column);
  snprintf(to, size, "%s", text ? (const char*)text : "");
}

static void read_loans(struct users* users, struct patron* patron) {
  sqlite3_bind_int64(users->loans, 1, patron->id);
  while (patron->loan_count < MAX_LOANS && sqlite3_step(users->loans) == SQLITE_ROW) {
    struct loan* loan = &patron->loans[patron->loan_count++];
    copy_column(loan->item, sizeof loan->item, users->loans, 0);
    copy_column(loan->title, sizeof loan->title, users->loans, 1);
    loan->due = sqlite3_column_int64(users->loans, 2);
  }
  sqlite3_reset(users->loans);
}

bool users_find(struct users* users, const char* barcode, struct patron* patron) {
  memset(patron, 0, sizeof *patron);
  sqlite3_stmt* row = users->by_barcode;
  sqlite3_bind_text(row, 1, barcode, -1, SQLITE_TRANSIENT);
  bool found = sqlite3_step(row) == SQLITE_ROW;
  if (found) {
    patron->id = sqlite3_column_int64(row, 0);
    copy_column(patron->barcode, sizeof patron->barcode, row, 1);
    copy_column(patron->name, sizeof patron->name, row, 2);
    copy_column(patron->address, sizeof patron->address, row, 3);
    copy_column(patron->phone, sizeof patron->phone, row, 4);
    copy_column(patron->email, sizeof patron->email, row, 5);
    copy_column(patron->birthdate, sizeof patron->birthdate, row, 6);
    copy_column(patron->pin, sizeof patron->pin, row, 7);
    patron->home_branch = sqlite3_column_int(row, 8);
    patron->profile = sqlite3_column_int(row, 9);
    patron->blocked = sqlite3_column_int(row, 10) != 0;
    patron->expires = sqlite3_column_int64(row, 11);
    patron->cents_owed = sqlite3_column_int64(row, 12);
    read_loans(users, patron);
  }
  sqlite3_reset(row);
  return found;
}

bool users_next(struct users* users, char* barcode) {
  sqlite3_bind_text(users->next, 1, barcode, -1, SQLITE_TRANSIENT);
  bool found = sqlite3_step(users->next) == SQLITE_ROW;
  if (found)
    copy_column(barcode, BARCODE_SIZE, users->next, 0);
  sqlite3_reset(users->next);
  return found;
}

/* Does not stop at the first difference, which would tell how much of a guess was right. */
static bool equal_in_constant_time(const char* one, const char* other) {
  size_t length = strlen(one);
  if (length != strlen(other))
    return false;
  unsigned char difference = 0;
  for (size_t i = 0; i < length; ++i)
    difference |= (unsigned char)(one[i] ^ other[i]);
  return difference == 0;
}

bool users_check_pin(const struct patron* patron, const char* pin) {
  struct crypt_data scratch = {0};
  const char* hash = crypt_r(pin, patron->pin, &scratch);
  return hash && equal_in_constant_time(hash, patron->pin);
}

bool patron_in_good_standing(const struct patron* patron, time_t now) {
  return !patron->blocked && patron->expires > now;
}
