// FLAGS: -std=gnu17
/* Tables of functions and data that are searched by text: fixed ones, walked through by a pointer, and such as are filled at run time. */
#include "library_c.h"

#include <string.h>

struct request {
  char path[32];
  char body[64];
};
struct answer {
  int status;
  char body[96];
};

static char owner[64];
static void greet(const struct request* in, struct answer* out, const void* with) {
  (void)in;
  (void)with;
  strcpy(out->body, "hello");
}
static void echo(const struct request* in, struct answer* out, const void* with) {
  (void)with;
  strcpy(out->body, in->body);
}
static void tell(const struct request* in, struct answer* out, const void* with) {
  (void)in;
  strcpy(out->body, with);
}

struct route {
  const char* path;
  void (*handle)(const struct request*, struct answer*, const void*);
  const void* with;
};
static struct route routes[] = {
    {"/hello", greet, NULL}, {"/echo", echo, NULL}, {"/about", tell, "a library"},
    {"/owner", tell, owner}, {NULL, NULL, NULL},
};

static struct answer serve(const char* path, const char* body) {
  struct request in;
  struct answer out;
  memset(&in, 0, sizeof in);
  memset(&out, 0, sizeof out);
  strncpy(in.path, path, sizeof in.path - 1);
  strncpy(in.body, body, sizeof in.body - 1);
  for (const struct route* r = routes; r->path; r++)
    if (strcmp(r->path, in.path) == 0) {
      r->handle(&in, &out, r->with);
      return out;
    }
  out.status = 404;
  strcpy(out.body, "no such page");
  return out;
}

struct listener {
  char topic[16];
  void (*notify)(void* with, const char* topic, const void* data);
  void* with;
  int isOn;
};
static struct listener listeners[8];
static int count;

static int listen(const char* topic, void (*notify)(void*, const char*, const void*), void* with) {
  struct listener* l = &listeners[count];
  strncpy(l->topic, topic, sizeof l->topic - 1);
  l->notify = notify;
  l->with = with;
  l->isOn = 1;
  return count++;
}
static void publish(const char* topic, const void* data) {
  for (int i = 0; i < count; i++)
    if (listeners[i].isOn && strcmp(listeners[i].topic, topic) == 0)
      listeners[i].notify(listeners[i].with, topic, data);
}
static void keep(void* with, const char* topic, const void* data) {
  (void)topic;
  strcpy(with, data);
}
static void keepTopic(void* with, const char* topic, const void* data) {
  (void)data;
  strcpy(with, topic);
}
static void add(void* with, const char* topic, const void* data) {
  (void)topic;
  *(long*)with += *(const int*)data;
}

int main(void) {
  strcpy(owner, entered_name());
  struct answer page = serve("/hello", entered_name());
  send_text(page.body); /* NO-FLOW */
  page = serve("/echo", entered_name());
  send_text(page.body); /* FLOW patron.name */
  page = serve("/echo", "ping");
  send_text(page.body); /* NO-FLOW */
  page = serve("/about", entered_name());
  send_text(page.body); /* NO-FLOW */
  page = serve("/owner", "");
  send_text(page.body); /* FLOW patron.name */
  page = serve("/nowhere", entered_name());
  send_text(page.body); /* NO-FLOW */

  char name[40] = "", topic[40] = "";
  long lent = 0, quiet = 0;
  int card = scanned_card(), five = 5;
  listen("name", keep, name);
  listen("name", keepTopic, topic);
  int lending = listen("card", add, &lent);
  listen("tick", add, &quiet);
  publish("name", entered_name());
  publish("card", &card);
  publish("tick", &five);
  send_text(name);    /* FLOW patron.name */
  send_text(topic);   /* NO-FLOW */
  send_number(lent);  /* FLOW patron.barcode */
  send_number(quiet); /* NO-FLOW */
  listeners[lending].isOn = 0;
  lent = 0;
  publish("card", &card);
  send_number(lent); /* NO-FLOW */
  return 0;
}
