/* Buffers that others fill, pointers into them, tables, and memory that is read as another type. */
#define _GNU_SOURCE /* asprintf */
#include "library_c.h"

#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fill(char* into) {
  strcpy(into, entered_name());
}

static void fillClean(char* into) {
  strcpy(into, catalogue_title());
}

static void fromSecond(const char* text) {
  send_text(text + 1); /* FLOW */
}

static void fromSecondClean(const char* text) {
  send_text(text + 1); /* NO-FLOW */
}

static void setFirst(char* into) {
  *into = 'x';
}

static void emptied(char* into) {
  strcpy(into, "");
}

void filledByCallee(void) {
  char line[64], clean[64];
  fill(line);
  fillClean(clean);
  send_text(line + 1);  /* FLOW */
  send_number(line[3]); /* FLOW */
  send_text(clean + 1); /* NO-FLOW */
  fromSecond(line);
  fromSecondClean(clean);
  setFirst(line);
  send_text(line); /* FLOW */
  emptied(line);
  send_text(line); /* NO-FLOW */
}

static int parsed(const char* text, int* value) {
  char* end;
  long number = strtol(text, &end, 10);
  if (*end || end == text)
    return 0;
  *value = (int)number;
  return 1;
}

void foundAtStart(void) {
  int value = 0;
  if (parsed(entered_name(), &value))
    send_number(value); /* FLOW */
  const char* text = entered_name();
  if (strchr(text, ' ') == text)
    return;
  send_text(text); /* FLOW */
}

void cutAtSeparator(void) {
  char line[64];
  strcpy(line, entered_name());
  char* equals = strchr(line, '=');
  if (!equals)
    return;
  *equals = 0;
  send_text(line);       /* FLOW */
  send_text(equals + 1); /* FLOW */
}

static void third(char* texts[]) {
  send_text(texts[2]); /* FLOW */
}

static void second(char** texts) {
  send_text(texts[1]); /* NO-FLOW */
}

static void first(char** texts) {
  send_text(texts[0]); /* FLOW */
}

static void behind(void* data) {
  char* text = *(char**)data;
  send_text(text); /* FLOW */
}

static void behindDirectly(void* data) {
  send_text(*(char**)data); /* FLOW */
}

void pointersToTexts(void) {
  char name[64];
  strcpy(name, entered_name());
  char* texts[3] = {"a", "b", name};
  third(texts);
  second(texts);
  char* text = name;
  first(&text);
  behind(&text);
  behindDirectly(&text);
}

static const char digits[] = "0123456789abcdef";
static const char* const names[] = {"none", "one", "many"};

void lookedUp(void) {
  int card = scanned_card();
  char hex[3] = {digits[card >> 4 & 15], digits[card & 15], 0};
  send_text(hex);                   /* FLOW */
  send_text(names[card % 3]);       /* FLOW */
  send_text(names[shelf_number()]); /* NO-FLOW */
}

struct message {
  unsigned short length;
  char body[60];
};

void asBytes(void) {
  struct message message = {0};
  char wire[64];
  strcpy(message.body, entered_name());
  memcpy(wire, &message, sizeof message);
  send_bytes(wire, sizeof message); /* FLOW */
  struct message* received = (struct message*)wire;
  send_text(received->body); /* FLOW */
  unsigned char* raw = (unsigned char*)&message;
  send_number(raw[3]); /* FLOW known-gap: a record that is read as bytes */
}

void atOffset(void) {
  struct message message = {0};
  memcpy((char*)&message + offsetof(struct message, body), entered_name(), 20);
  send_text(message.body); /* FLOW */
}

struct pair {
  int first, second;
};

void literalOfItself(void) {
  struct pair pair = {scanned_card(), 1};
  pair = (struct pair){pair.second, pair.first};
  send_number(pair.first);  /* NO-FLOW */
  send_number(pair.second); /* FLOW */
}

void overwrittenInLoop(void) {
  char text[64];
  strcpy(text, entered_name());
  for (size_t i = 0; i < sizeof text; i++)
    text[i] = 0;
  send_text(text); /* NO-FLOW */
  int card = scanned_card();
  for (int i = 0; i < 1; i++)
    card = 5;
  send_number(card); /* NO-FLOW */
}

static jmp_buf back;
static const char* message;

static void leave(void) {
  message = entered_name();
  longjmp(back, 1);
}

void jumped(void) {
  if (setjmp(back) == 0)
    leave();
  else
    send_text(message); /* FLOW */
}

void allocated_by_the_callee(void) {
  char *name = NULL, *title = NULL;
  if (asprintf(&name, "<%s>", entered_name()) > 0)
    send_text(name); /* FLOW */
  if (asprintf(&title, "<%s>", catalogue_title()) > 0)
    send_text(title); /* NO-FLOW */
}

void stream_in_memory(void) {
  char* text = NULL;
  size_t size = 0;
  FILE* out = open_memstream(&text, &size);
  fputs(entered_name(), out);
  fclose(out);
  send_text(text); /* FLOW */
}
