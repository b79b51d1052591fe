/* Copies for machines: the nightly backup, and what support asks for. */
#ifndef LECTERN_BACKUP_BACKUP_H
#define LECTERN_BACKUP_BACKUP_H

#include "../base/users.h"

struct dump {
  char* text;
  size_t size;
  size_t capacity;
};

bool dump_users(struct users* users, struct dump* dump);
void dump_free(struct dump* dump);

/* Encrypts with the library's own key, which no company has. False where there is no key. */
bool dump_seal(const struct dump* dump, struct dump* sealed);

/* The company that keeps copies has signed. */
bool keeper_is_under_contract(void);

bool backup_nightly(struct users* users);
bool backup_weekly(struct users* users);
bool backup_to_bucket(struct users* users);
bool support_bundle(struct users* users, const char* ticket);

#endif
