/* GNU C: statement expressions, case ranges, computed goto, VLAs, typeof, _Generic, complex
 * numbers, asm. */
#include "library_c.h"

#include <complex.h>

#define MAXIMUM(a, b)                                                                              \
  ({                                                                                               \
    __typeof__(a) left = (a);                                                                      \
    __typeof__(b) right = (b);                                                                     \
    left > right ? left : right;                                                                   \
  })

void statement_expressions(void) {
  send_number(MAXIMUM(scanned_card(), 3)); /* FLOW */
  send_number(MAXIMUM(shelf_number(), 3)); /* NO-FLOW */
}

void case_ranges(int kind) {
  int number = 0;
  switch (kind) {
  case 1 ... 5:
    number = scanned_card();
    break;
  default:
    number = 2;
    send_number(number); /* NO-FLOW */
  }
  send_number(number); /* FLOW */
}

void computed_goto(int kind) {
  static void* const targets[] = {&&card, &&shelf};
  int number = 0;
  goto* targets[kind & 1];
card:
  number = scanned_card();
shelf:
  send_number(number); /* FLOW */
  number = 0;
  send_number(number); /* NO-FLOW */
}

void variable_length(int count) {
  int numbers[count], others[count];
  for (int i = 0; i < count; i++) {
    numbers[i] = scanned_card();
    others[i] = i;
  }
  send_number(numbers[0]); /* FLOW */
  send_number(others[0]);  /* NO-FLOW */
}

static long from_int(int number) {
  return number;
}
static long from_text(const char* text) {
  return text[0];
}
#define NUMBER(x) _Generic((x), int: from_int, const char*: from_text)(x)

void generic_selection(void) {
  send_number(NUMBER(scanned_card()));    /* FLOW */
  send_number(NUMBER(entered_name()));    /* FLOW */
  send_number(NUMBER(catalogue_title())); /* NO-FLOW */
}

void complex_numbers(void) {
  double _Complex number = scanned_card() + 2.0 * I;
  send_number((long)creal(number)); /* FLOW */
  double _Complex plain = 1.0 + 2.0 * I;
  send_number((long)creal(plain)); /* NO-FLOW */
}

void atomics(void) {
  _Atomic int number = 0;
  send_number(number); /* NO-FLOW */
  number = scanned_card();
  send_number(number); /* FLOW */
  int other = 0;
  __atomic_store_n(&other, scanned_card(), __ATOMIC_SEQ_CST);
  send_number(__atomic_load_n(&other, __ATOMIC_SEQ_CST)); /* FLOW */
}

void assembly(void) {
  int card = scanned_card(), copy, plain;
  __asm__("mov %1, %0" : "=r"(copy) : "r"(card));
  __asm__("mov $1, %0" : "=r"(plain));
  send_number(copy);  /* FLOW */
  send_number(plain); /* NO-FLOW */
}

void casts_to_union(void) {
  union number {
    int card;
    float shelf;
  };
  union number number = (union number)scanned_card();
  send_number(number.card); /* FLOW */
}

typedef int lanes __attribute__((vector_size(16)));

void vectors(void) {
  lanes numbers = {1, scanned_card(), 3, 4}, others = {1, 2, 3, 4};
  lanes sum = numbers + others;
  send_number(sum[1]);    /* FLOW */
  send_number(others[1]); /* NO-FLOW */
}

static void cleared(int* number) {
  send_number(*number); /* FLOW */
}

void cleaned_up(void) {
  int number __attribute__((cleanup(cleared))) = scanned_card();
  number++;
}
