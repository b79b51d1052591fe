/* What the daemons know of a user: the row of the users table, and what is out on the card. The
 * strings are UTF-8 and end with a NUL; an empty string is a column that is NULL. */
#ifndef LECTERN_BASE_PATRON_H
#define LECTERN_BASE_PATRON_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  BARCODE_SIZE = 32,
  NAME_SIZE = 128,
  ADDRESS_SIZE = 256,
  TITLE_SIZE = 256,
  MAX_LOANS = 50,
};

struct loan {
  char item[BARCODE_SIZE];
  char title[TITLE_SIZE];
  time_t due;
};

struct patron {
  long id;
  char barcode[BARCODE_SIZE];
  char name[NAME_SIZE];
  char address[ADDRESS_SIZE];
  char phone[32];
  char email[128];
  char birthdate[16];
  char pin[72];
  int home_branch;
  int profile; /* adult, child, staff: see the table of profiles */
  bool blocked;
  time_t expires;
  long cents_owed;
  struct loan loans[MAX_LOANS];
  size_t loan_count;
};

/* The card is in date and not blocked. Says nothing of whose it is. */
bool patron_in_good_standing(const struct patron* patron, time_t now);

/* The release form that this user signed is on file and has not been withdrawn. */
bool patron_signed_release(const struct patron* patron);

/* This user ticked the box for the use at hand when registering, or later on the web. */
bool patron_consented(const struct patron* patron);

/* What the user has asked for at this moment cannot be done otherwise: an interlibrary loan, say.
 */
bool patron_requested(const struct patron* patron);

#ifdef __cplusplus
}
#endif
#endif
