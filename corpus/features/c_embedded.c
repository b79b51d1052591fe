/* Objects in objects in C: a first member stands for its owner, and a link leads back to the item
   that it is in. */
#include "library_c.h"

struct record {
  int kind;
  int shelf;
};
struct member {
  struct record record; /* the first: a pointer to it is one to the member */
  int card;
};
struct link {
  struct link* next;
};
struct item {
  int card;
  int shelf;
  struct link link;
};
#define item_of(pointer) ((struct item*)((char*)(pointer) - offsetof(struct item, link)))

static void send_member(struct record* record) {
  struct member* member = (struct member*)record;
  send_number(member->card);         /* FLOW */
  send_number(member->record.shelf); /* NO-FLOW */
}

void downcast(void) {
  struct member member = {{1, 2}, scanned_card()};
  struct record* record = &member.record;
  if (record->kind == 1)
    send_number(((struct member*)record)->card); /* FLOW */
  send_number(record->shelf);                    /* NO-FLOW */
  send_member(record);
}

void upcast(void) {
  struct member member = {{1, 2}, 0};
  member.record.shelf = scanned_card();
  struct record* record = (struct record*)&member;
  send_number(record->shelf); /* FLOW */
  record->shelf = shelf_number();
  send_number(member.record.shelf); /* NO-FLOW */
  record->kind = scanned_card();
  send_number(member.record.kind); /* FLOW */
  send_number(member.card);        /* NO-FLOW */
}

void owner(void) {
  struct item item = {scanned_card(), shelf_number(), {0}};
  struct link* link = &item.link;
  send_number(item_of(link)->card);  /* FLOW */
  send_number(item_of(link)->shelf); /* NO-FLOW */
}

static int card_of(struct link* link) {
  return item_of(link)->card;
}

void owners(void) {
  struct item first = {shelf_number(), 0, {0}}, second = {scanned_card(), 0, {0}};
  first.link.next = &second.link;
  send_number(card_of(first.link.next)); /* FLOW */
  send_number(card_of(&first.link));     /* NO-FLOW */
}
