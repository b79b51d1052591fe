/* Who looked at whose record, why, and what is made of that afterwards (SA-1). */
#ifndef LECTERN_AUDIT_AUDIT_H
#define LECTERN_AUDIT_AUDIT_H

#include "../base/patron.h"

#include <sqlite3.h>

/* Why a record is opened. Whoever opens one says so; NONE is what the menu begins with. */
enum reason {
  REASON_NONE = 0,
  REASON_LENDING = 1,
  REASON_COMPLAINT = 2,
  REASON_FAULT = 3,
};

struct staff {
  int number;
  char login[32];
  int branch;
};

/* Shows a record to a member of staff. Without a reason it is for an end of their own. */
void record_open(const struct staff* who, const struct patron* whose, enum reason reason);

/* The list by which the desk finds a card that was left at home. */
void desk_list_add(const struct staff* who, const char* line);

/* What staff keep for themselves: a telephone, a birthday calendar. */
void own_phone_add(const struct staff* who, const char* number);
void own_calendar_add(const struct staff* who, const char* name, const char* day);

/* The table of look-ups: a number for the user, and nothing else about them. */
bool audit_insert(sqlite3* database, const struct staff* who, const char* whose,
                  enum reason reason);

/* The user whom the database has under a card. */
bool patron_find(sqlite3* database, const char* barcode, struct patron* found);

#endif
