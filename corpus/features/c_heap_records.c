/* Records on the heap and behind pointers, by index and by arrow; members that say where. */
#include "library_c.h"
#include <stdlib.h>
#include <string.h>

struct reader {
  char name[32];
  int visits;
};

void firstByArrow(int many) {
  struct reader* readers = malloc(10 * sizeof *readers);
  strcpy(readers[0].name, entered_name());
  strcpy(readers[1].name, "b");
  send_text(readers->name);     /* FLOW */
  send_text(readers[1].name);   /* NO-FLOW */
  send_number(readers->visits); /* NO-FLOW */
  for (int i = 0; i < many; i++)
    send_text(readers[i].name); /* FLOW */
  struct reader* at = readers + 1;
  at--;
  send_text(at->name); /* FLOW */
}

static void rename_reader(struct reader* readers, int i) {
  strcpy(readers[i].name, entered_name());
}

void passedOn(void) {
  struct reader one = {0}, other = {0};
  rename_reader(&one, 0);
  send_text(one.name);   /* FLOW */
  send_text(other.name); /* NO-FLOW */
}

struct list {
  const char* texts[8];
  int count;
};

static void add(struct list* list, const char* text) {
  if (list->count < 8)
    list->texts[list->count++] = text;
}

void counted(void) {
  struct list list = {{0}, 0};
  add(&list, "a");
  add(&list, entered_name());
  send_text(list.texts[0]); /* NO-FLOW */
  send_text(list.texts[1]); /* FLOW */
}

struct tagged {
  int kind;
  char text[32];
};

static const char* text_of(const struct tagged* value) {
  return value->kind == 1 ? value->text : "none";
}

void byKind(void) {
  struct tagged text = {1, ""}, number = {2, ""};
  strcpy(text.text, entered_name());
  strcpy(number.text, entered_name());
  send_text(text_of(&text));   /* FLOW */
  send_text(text_of(&number)); /* NO-FLOW */
}

void removed(void) {
  struct reader* readers = calloc(3, sizeof *readers);
  strcpy(readers[1].name, entered_name());
  memmove(readers, readers + 1, 2 * sizeof *readers);
  send_text(readers[0].name); /* FLOW */
}

struct readers {
  struct reader* items;
  size_t count, room;
};

static void append(struct readers* all, struct reader reader) {
  if (all->count == all->room) {
    all->room = all->room ? 2 * all->room : 4;
    all->items = realloc(all->items, all->room * sizeof *all->items);
  }
  all->items[all->count++] = reader;
}

static void put_first(struct reader* readers, struct reader reader) {
  readers[0] = reader;
}

static void put_any(struct reader* readers, int i, struct reader reader) {
  readers[i] = reader;
}

void asAWhole(int i) {
  struct reader named = {"", 1}, clean = {"b", 2};
  strcpy(named.name, entered_name());
  struct reader* byStar = malloc(2 * sizeof *byStar);
  *byStar = named;
  byStar[1] = clean;
  send_text(byStar[0].name); /* FLOW */
  send_text(byStar[1].name); /* NO-FLOW */
  struct reader* byIndex = malloc(2 * sizeof *byIndex);
  put_first(byIndex, named);
  byIndex = realloc(byIndex, 4 * sizeof *byIndex);
  send_text(byIndex->name); /* FLOW */
  struct reader* second = malloc(2 * sizeof *second);
  second[1] = named;
  second[0] = clean;
  struct reader copy = *second;
  send_text(second[1].name); /* FLOW */
  send_text(second->name);   /* NO-FLOW */
  send_text(copy.name);      /* NO-FLOW */
  *second = clean;
  send_text(second[1].name); /* FLOW */
  struct reader* some = malloc(2 * sizeof *some);
  put_any(some, i, named);
  send_text(some->name); /* FLOW */
  struct readers all = {0};
  append(&all, clean);
  append(&all, named);
  for (size_t n = 0; n < all.count; n++)
    send_text(all.items[n].name); /* FLOW */
}
