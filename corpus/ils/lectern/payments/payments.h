/* Fines and fees: what is owed, how it is paid, and what happens where it is not. */
#ifndef LECTERN_PAYMENTS_PAYMENTS_H
#define LECTERN_PAYMENTS_PAYMENTS_H

#include "../base/http.h"
#include "../base/patron.h"

struct bill {
  long number;
  const struct patron* patron;
  char item_title[TITLE_SIZE];
  long cents;
  time_t since;
};

struct card {
  char number[20];
  char holder[NAME_SIZE];
  char expires[6];
};

/* The company that takes payments for the library has signed, and its certificate has not run out.
 */
bool processor_is_under_contract(void);

/* Opens a page on which the user types the card's number; it never passes through here. */
bool page_open(const struct bill* bill, char* location, size_t size);

/* For the desk, where the number is typed in. */
bool card_charge(const struct bill* bill, const struct card* card);

/* Bills that nobody has paid for sixty days. */
size_t collect_overdue(const struct bill* bills, size_t count, time_t now);

#endif
