/* What an expression does on the side, it does once: places that count on while they are written.
 */
#include "library_c.h"

void counting_pointer(void) {
  int numbers[4];
  int* next = numbers;
  *next++ = shelf_number();
  *next++ = scanned_card();
  *next = shelf_number();
  send_number(numbers[0]); /* NO-FLOW */
  send_number(numbers[1]); /* FLOW */
  send_number(numbers[2]); /* NO-FLOW */
}

void counting_index(void) {
  int numbers[3] = {0}, at = 0;
  numbers[at++] = scanned_card();
  numbers[at++] = shelf_number();
  send_number(numbers[0]); /* FLOW */
  send_number(numbers[1]); /* NO-FLOW */
}

void chained(void) {
  int first, second, kept;
  int* next = &kept;
  first = second = *next = scanned_card();
  send_number(first);  /* FLOW */
  send_number(second); /* FLOW */
  send_number(kept);   /* FLOW */
}

void copied_by_hand(void) {
  char copy[64], *to = copy;
  for (const char* from = entered_name(); *from;)
    *to++ = *from++;
  *to = 0;
  send_text(copy); /* FLOW */
}
