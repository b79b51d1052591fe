// FLAGS: -std=gnu17
/* Lists whose links are parts of what they link, with a head that is in nothing (Linux, BSD's queues). */
#include "library_c.h"

#include <stddef.h>

struct link {
  struct link *next, *prev;
};
struct loan {
  long shelf;
  long card;
  struct link byUser, byShelf;
};
struct fine {
  struct link link;
  long card;
};

#define BY_USER(at) ((struct loan*)((char*)(at)-offsetof(struct loan, byUser)))
#define BY_SHELF(at) ((struct loan*)((char*)(at)-offsetof(struct loan, byShelf)))

static void append(struct link* head, struct link* added) {
  added->next = head;
  added->prev = head->prev;
  head->prev->next = added;
  head->prev = added;
}
static long firstCard(const struct link* head) {
  return BY_USER(head->next)->card;
}
static long firstShelf(const struct link* head) {
  return BY_USER(head->next)->shelf;
}
static long allCards(const struct link* head) {
  long sum = 0;
  for (const struct link* at = head->next; at != head; at = at->next)
    sum += BY_SHELF(at)->card;
  return sum;
}
static long fined(const struct link* head) {
  return ((const struct fine*)head->next)->card;
}

int main(void) {
  struct link users = {&users, &users}, shelves = {&shelves, &shelves}, others = {&others, &others};
  struct loan lent = {1, scanned_card(), {NULL, NULL}, {NULL, NULL}}, free = {2, 0, {NULL, NULL}, {NULL, NULL}};
  append(&users, &lent.byUser);
  append(&shelves, &lent.byShelf);
  append(&others, &free.byUser);
  send_number(firstCard(&users));   /* FLOW patron.barcode */
  send_number(firstShelf(&users));  /* NO-FLOW */
  send_number(allCards(&shelves));  /* FLOW patron.barcode */
  send_number(firstCard(&others));  /* NO-FLOW */

  struct link fines = {&fines, &fines}, none = {&none, &none};
  struct fine due = {{NULL, NULL}, scanned_card()}, paid = {{NULL, NULL}, 0};
  append(&fines, &due.link);
  append(&none, &paid.link);
  send_number(fined(&fines)); /* FLOW patron.barcode */
  send_number(fined(&none));  /* NO-FLOW */
  return 0;
}
