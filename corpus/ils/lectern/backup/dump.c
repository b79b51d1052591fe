#include "backup.h"

#include "../base/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool append(struct dump* dump, const char* text) {
  size_t length = strlen(text);
  if (dump->size + length + 1 > dump->capacity) {
    size_t capacity = dump->capacity ? dump->capacity * 2 : 4096;
    while (capacity < dump->size + length + 1)
      capacity *= 2;
    char* grown = (char*)realloc(dump->text, capacity);
    if (!grown)
      return false;
    dump->text = grown;
    dump->capacity = capacity;
  }
  memcpy(dump->text + dump->size, text, length + 1);
  dump->size += length;
  return true;
}

static bool append_user(struct dump* dump, const struct patron* patron) {
  char row[1024];
  snprintf(row, sizeof row, "%ld\t%s\t%s\t%s\t%s\n", patron->id, patron->barcode, patron->name,
           patron->email, patron->pin);
  return append(dump, row);
}

bool dump_users(struct users* users, struct dump* dump) {
  struct patron patron;
  char barcode[BARCODE_SIZE] = "";
  memset(dump, 0, sizeof *dump);
  while (users_next(users, barcode))
    if (!users_find(users, barcode, &patron) || !append_user(dump, &patron)) {
      journal(LOG_ERR, "backup: stopped after %zu bytes", dump->size);
      return false;
    }
  return true;
}

void dump_free(struct dump* dump) {
  if (dump->text)
    explicit_bzero(dump->text, dump->size);
  free(dump->text);
  memset(dump, 0, sizeof *dump);
}
