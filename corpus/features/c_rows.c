/* Arrays of arrays, and pointers to rows of them, here and in callees. */
#include "library_c.h"

#include <string.h>

void rows_by_pointer(void) {
  char names[3][64] = {"a", "b"};
  char(*row)[64] = names;
  strcpy(names[1], entered_name());
  send_text(row[1]); /* FLOW */
  send_text(row[0]); /* NO-FLOW */
  row++;
  send_text(*row);     /* FLOW */
  send_text(names[2]); /* NO-FLOW */
}

static void send_rows(char names[][64]) {
  send_text(names[1]); /* FLOW */
  send_text(names[0]); /* NO-FLOW */
}

static void send_each(char names[][64], int count) {
  for (int i = 0; i < count; i++)
    send_text(names[i]); /* FLOW */
}

static void fill_row(char names[][64]) {
  strcpy(names[1], entered_name());
}

void rows_passed(void) {
  char names[2][64] = {"a", "b"};
  fill_row(names);
  send_text(names[1]); /* FLOW */
  send_text(names[0]); /* NO-FLOW */
  send_rows(names);
  send_each(names, 2);
}

static void send_cell(int matrix[3][3]) {
  send_number(matrix[1][2]); /* FLOW */
  send_number(matrix[2][1]); /* NO-FLOW */
}

void matrix(void) {
  int numbers[3][3] = {{0}};
  numbers[1][2] = scanned_card();
  send_cell(numbers);
  int(*row)[3] = numbers;
  send_number(row[1][2]);       /* FLOW */
  send_number((*row)[2]);       /* NO-FLOW */
  send_number((*(row + 1))[2]); /* FLOW */
}

static void send_second(int (*all)[3]) {
  send_number((*all)[1]); /* FLOW */
  send_number((*all)[2]); /* NO-FLOW */
}

void pointer_to_one_array(void) {
  int numbers[3] = {0, scanned_card(), 0};
  send_second(&numbers);
}

void rows_written_flat(void) {
  int rows[2][3] = {{0}};
  int* flat = &rows[0][0];
  flat[4] = scanned_card();
  send_number(rows[1][1]);  /* FLOW */
  send_number(rows[0][1]);  /* NO-FLOW */
  send_number(*(flat + 4)); /* FLOW */
  send_number(*(flat + 3)); /* NO-FLOW */
}

void rows_of_flat_array(void) {
  int numbers[6] = {0};
  numbers[3] = scanned_card();
  int(*rows)[3] = (int(*)[3])numbers;
  send_number(rows[1][0]); /* FLOW */
  send_number(rows[0][1]); /* NO-FLOW */
  send_number(rows[1][1]); /* NO-FLOW */
}
