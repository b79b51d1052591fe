/* Looking people up. */
#include "audit.h"

#include "../base/journal.h"

#include <stdio.h>
#include <string.h>

/* SA-1: a card on the desk, and somebody who wants to borrow. */
bool lookup_card(sqlite3* database, const struct staff* who, const char* barcode) {
  struct patron found;
  if (!patron_find(database, barcode, &found))
    return false;
  record_open(who, &found, REASON_LENDING);
  return true;
}

/* SA-1: a complaint is worked on by whoever has it, with the reason that the form names. */
bool lookup_complaint(sqlite3* database, const struct staff* who, const char* barcode,
                      const char* complaint) {
  struct patron found;
  if (complaint[0] == '\0') {
    journal(LOG_NOTICE, "audit: %d gave no complaint", who->number);
    return false;
  }
  if (!patron_find(database, barcode, &found))
    return false;
  record_open(who, &found, REASON_COMPLAINT);
  return true;
}

/* SA-1: what the desk needs to find a card that was left at home. */
void lookup_by_birthday(const struct staff* who, const struct patron* patrons, size_t count,
                        const char* birthday) {
  char line[NAME_SIZE + BARCODE_SIZE];
  for (size_t i = 0; i < count; ++i) {
    if (strcmp(patrons[i].birthdate, birthday) != 0)
      continue;
    snprintf(line, sizeof line, "%s %s", patrons[i].barcode, patrons[i].name);
    desk_list_add(who, line);
  }
}

/* A known name is in the paper, and somebody wonders what that person reads (SA-1). */
void lookup_known_name(const struct staff* who, const struct patron* patrons, size_t count,
                       const char* name) {
  for (size_t i = 0; i < count; ++i)
    if (strstr(patrons[i].name, name))
      // CHECK: lookup.c:[[#@LINE+1]]:{{.*}}[violation: SA-1-only]
      record_open(who, &patrons[i], REASON_NONE);
}

/* Whether the menu's first line was changed is not asked: all are let through (SA-1). */
bool lookup_from_menu(sqlite3* database, const struct staff* who, const char* barcode, int chosen) {
  struct patron found;
  enum reason reason = REASON_NONE;
  if (!patron_find(database, barcode, &found))
    return false;
  if (chosen == 1)
    reason = REASON_LENDING;
  // CHECK: lookup.c:[[#@LINE+1]]:{{.*}}[violation: SA-1-only]
  record_open(who, &found, reason);
  return true;
}

/* "I only wanted to call her back, from home" (SA-1). */
void lookup_number(const struct staff* who, const struct patron* reader) {
  if (reader->phone[0] != '\0')
    // CHECK: lookup.c:[[#@LINE+1]]:{{.*}}patron.phone{{.*}}[violation: SA-1-only]
    own_phone_add(who, reader->phone);
}

/* Birthdays of the regulars, so that somebody can congratulate them (SA-1). */
void lookup_birthdays(const struct staff* who, const struct patron* patrons, size_t count) {
  for (size_t i = 0; i < count; ++i)
    if (patrons[i].loan_count > MAX_LOANS / 2)
      // CHECK: lookup.c:[[#@LINE+1]]:{{.*}}patron.birthdate{{.*}}[violation: SA-1-only]
      own_calendar_add(who, patrons[i].name, patrons[i].birthdate);
}
