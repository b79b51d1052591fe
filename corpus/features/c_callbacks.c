/* C in the large style: handles, callbacks with user data, tables of operations, and state in
 * statics. */
#include "library_c.h"

#include <stdlib.h>
#include <string.h>

typedef void (*visitor)(const char* text, void* data);

static void visit_all(const char* const* texts, int count, visitor visit, void* data) {
  for (int i = 0; i < count; i++)
    visit(texts[i], data);
}

static void keep(const char* text, void* data) {
  *(const char**)data = text;
}
static void publish(const char* text, void* data) {
  (void)data;
  send_text(text); /* FLOW */
}
static void publish_data(const char* text, void* data) {
  (void)text;
  send_text(data); /* NO-FLOW */
}

void visited(void) {
  const char* names[] = {"Ann", entered_name()};
  const char* titles[] = {catalogue_title(), "Emma"};
  const char *kept = "none", *kept_title = "none";
  visit_all(names, 2, keep, &kept);
  visit_all(titles, 2, keep, &kept_title);
  send_text(kept);       /* FLOW */
  send_text(kept_title); /* NO-FLOW */
  visit_all(names, 2, publish, NULL);
  visit_all(names, 2, publish_data, "desk");
}

struct store_operations {
  int (*get)(void* self);
  void (*put)(void* self, int number);
};

struct store {
  const struct store_operations* operations;
  int number;
};

static int plain_get(void* self) {
  return ((struct store*)self)->number;
}
static void plain_put(void* self, int number) {
  ((struct store*)self)->number = number;
}
static void null_put(void* self, int number) {
  (void)number;
  ((struct store*)self)->number = 0;
}

static const struct store_operations plain = {plain_get, plain_put};
static const struct store_operations null = {.put = null_put, .get = plain_get};

void operations(void) {
  struct store store = {&plain, 0}, nowhere = {&null, 0};
  store.operations->put(&store, scanned_card());
  nowhere.operations->put(&nowhere, scanned_card());
  send_number(store.operations->get(&store));     /* FLOW */
  send_number(nowhere.operations->get(&nowhere)); /* NO-FLOW */
}

struct session;
struct session* session_open(void);
void session_set(struct session* session, const char* name);
const char* session_name(const struct session* session);

struct session {
  char name[64];
  int visits;
};

struct session* session_open(void) {
  return calloc(1, sizeof(struct session));
}
void session_set(struct session* session, const char* name) {
  strncpy(session->name, name, sizeof session->name - 1);
}
const char* session_name(const struct session* session) {
  return session->name;
}

void handles(void) {
  struct session *session = session_open(), *other = session_open();
  session_set(session, entered_name());
  session_set(other, "guest");
  send_text(session_name(session)); /* FLOW */
  send_text(session_name(other));   /* NO-FLOW */
  send_number(session->visits);     /* NO-FLOW */
}

static const char* current = "none";
static int visits;

static void log_in(void) {
  current = entered_name();
  visits = visits + 1;
}

void statics(void) {
  log_in();
  send_text(current);  /* FLOW */
  send_number(visits); /* NO-FLOW */
}

struct channel {
  void (*put)(struct channel*, const char*);
  void (*drop)(struct channel*, const char*);
  const char* last;
};

static void put_text(struct channel* channel, const char* text) {
  channel->last = "put";
  send_text(text); /* FLOW patron.name */
}

static void drop_text(struct channel* channel, const char* text) {
  channel->last = text ? "dropped" : "";
  send_text(channel->last); /* NO-FLOW */
}

void open_channel(struct channel* channel) {
  channel->put = put_text;
  channel->drop = drop_text;
}

/* Whoever opened the channel, no other function is ever put there. */
void through_a_channel(struct channel* channel, const struct patron* patron) {
  channel->put(channel, patron->name);
  channel->drop(channel, patron->name);
  send_text(channel->last); /* NO-FLOW */
}

typedef const char* (*page)(const char*);
static const char* greeting(const char* text) {
  return text ? "hello" : "";
}
static const char* echo(const char* text) {
  return text;
}
static const struct {
  const char* path;
  page page;
} pages[] = {{"/hello", greeting}, {"/echo", echo}};

static const char* served(const char* path, const char* text) {
  for (int i = 0; i < 2; i++)
    if (strcmp(pages[i].path, path) == 0)
      return pages[i].page(text);
  return "no such page";
}

void looked_up_by_text(void) {
  send_text(served("/hello", entered_name())); /* NO-FLOW */
  send_text(served("/echo", entered_name()));  /* FLOW */
  send_text(served("/none", entered_name()));  /* NO-FLOW */
}

static struct {
  const char* path;
  page page;
} added[4];

static void set_page(int at, const char* path, page page) {
  added[at].path = path;
  added[at].page = page;
}

static const char* first_or_second(const char* path, const char* text) {
  if (strcmp(added[0].path, path) == 0)
    return added[0].page(text);
  if (strcmp(added[1].path, path) == 0)
    return added[1].page(text);
  return "no such page";
}

void added_by_text(void) {
  set_page(0, "/hello", greeting);
  set_page(1, "/echo", echo);
  send_text(first_or_second("/echo", entered_name()));  /* FLOW */
  send_text(first_or_second("/hello", entered_name())); /* NO-FLOW */
}
