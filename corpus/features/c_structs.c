/* C structs: designated initialisers, compound literals, flexible arrays, assignment and return by
 * value. */
#include "library_c.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct point {
  int card;
  int shelf;
};

struct row {
  struct point at;
  const char* text;
  int numbers[3];
};

void designated(void) {
  struct row row = {.text = "desk", .at = {.shelf = 3, .card = scanned_card()}};
  send_number(row.at.card);  /* FLOW */
  send_number(row.at.shelf); /* NO-FLOW */
  send_text(row.text);       /* NO-FLOW */
  struct row other = {.at.shelf = 1, .numbers[1] = scanned_card()};
  send_number(other.numbers[1]); /* FLOW */
  send_number(other.numbers[0]); /* NO-FLOW */
  send_number(other.at.card);    /* NO-FLOW */
}

static int card_of(struct point point) {
  return point.card;
}
static int shelf_of(const struct point* point) {
  return point->shelf;
}

void compound_literals(void) {
  send_number(card_of((struct point){scanned_card(), 1}));   /* FLOW */
  send_number(shelf_of(&(struct point){scanned_card(), 1})); /* NO-FLOW */
  int* numbers = (int[]){1, scanned_card(), 3};
  send_number(numbers[1]); /* FLOW */
  send_number(numbers[2]); /* NO-FLOW */
  struct point point = {scanned_card(), 2};
  point = (struct point){.shelf = 1};
  send_number(point.card); /* NO-FLOW */
}

static struct point scanned(void) {
  struct point point = {scanned_card(), shelf_number()};
  return point;
}

void by_value(void) {
  struct point one = scanned(), other;
  other = one;
  send_number(other.card);      /* FLOW */
  send_number(other.shelf);     /* NO-FLOW */
  send_number(scanned().card);  /* FLOW */
  send_number(scanned().shelf); /* NO-FLOW */
}

struct message {
  size_t length;
  char text[];
};

void flexible(void) {
  const char* name = entered_name();
  struct message* message = malloc(sizeof *message + 32);
  message->length = 32;
  strcpy(message->text, name);
  send_text(message->text);           /* FLOW */
  send_number((long)message->length); /* NO-FLOW */
  free(message);
}

struct node {
  struct node* next;
  const char* text;
};

static struct node* pushed(struct node* list, const char* text) {
  struct node* node = malloc(sizeof *node);
  node->next = list;
  node->text = text;
  return node;
}

void linked(void) {
  struct node* list = pushed(pushed(NULL, "last"), entered_name());
  send_text(list->text); /* FLOW */
  struct node* titles = pushed(NULL, catalogue_title());
  send_text(titles->text); /* NO-FLOW */
  for (const struct node* node = list; node; node = node->next)
    send_text(node->text); /* FLOW */
}

void classified(const struct patron* patron) {
  send_text(patron->name);          /* FLOW patron.name */
  send_number(patron->cents_owed);  /* FLOW circulation.fine */
  send_number(patron->home_branch); /* NO-FLOW */
  struct patron copy = *patron;
  send_bytes(&copy, sizeof copy); /* FLOW */
  memset(&copy, 0, sizeof copy);
  send_bytes(&copy, sizeof copy); /* NO-FLOW */
}

struct text {
  char* start;
  size_t length;
};

struct borrower {
  __attribute__((annotate("circumspect:data=patron.name"))) struct text* name;
  struct text* shelf;
  union {
    __attribute__((annotate("circumspect:data=patron.email"))) const char* email;
    const char* town;
  } reached;
};

static void send_start(const struct text* text) {
  send_text(text->start); /* FLOW patron.name */
}

static void send_shelf(const struct text* text) {
  send_text(text->start); /* NO-FLOW */
}

void behind_a_member(const struct borrower* borrower) {
  send_text(borrower->name->start);  /* FLOW patron.name */
  send_text(borrower->shelf->start); /* NO-FLOW */
  send_start(borrower->name);
  send_shelf(borrower->shelf);
  send_text(borrower->reached.email); /* FLOW patron.email */
}

struct item {
  char label[16];
  struct {
    int low, high;
  } range;
};

void members_by_offset(void) {
  struct item one = {"", {0, 0}}, items[3] = {0};
  one.range.high = scanned_card();
  send_number(*(int*)((char*)&one + offsetof(struct item, range.high))); /* FLOW */
  send_number(*(int*)((char*)&one + offsetof(struct item, range.low)));  /* NO-FLOW */
  *(int*)((char*)&items[2] + offsetof(struct item, range.low)) = scanned_card();
  send_number(items[2].range.low);  /* FLOW */
  send_number(items[2].range.high); /* NO-FLOW */
  send_number(items[1].range.low);  /* NO-FLOW */
  strcpy((char*)&one + offsetof(struct item, label), entered_name());
  send_text(one.label); /* FLOW */
}
