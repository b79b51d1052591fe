/* Loops that overwrite all of a text or a buffer, however long it is; and others that leave some of it. */
#include "library_c.h"
#include <string.h>

static void redact(char* text, char with) {
  for (size_t i = 0; text[i]; ++i)
    text[i] = with;
}

static void blank(char* text) {
  while (*text)
    *text++ = '_';
}

static void blankButFirst(char* text) {
  while (*++text)
    *text = '_';
}

static void upper(char* text) {
  for (; *text != '\0'; ++text)
    *text = (char)(*text - 32);
}

static void hideDigits(char* text) {
  for (size_t i = 0; text[i]; ++i)
    if (text[i] >= '0' && text[i] <= '9')
      text[i] = '#';
}

void textsOfAnyLength(void) {
  char text[64];
  strcpy(text, entered_name());
  redact(text, '#');
  send_text(text); /* NO-FLOW */
  strcpy(text, entered_name());
  blank(text);
  send_text(text); /* NO-FLOW */
  strcpy(text, entered_name());
  blankButFirst(text);
  send_text(text); /* FLOW */
  strcpy(text, entered_name());
  upper(text);
  send_text(text); /* FLOW */
  strcpy(text, entered_name());
  hideDigits(text);
  send_text(text); /* FLOW */
}

void asManyAsItIsLong(void) {
  char text[128];
  strcpy(text, entered_name());
  for (size_t i = 0, n = strlen(text); i < n; ++i)
    text[i] = '*';
  send_text(text); /* NO-FLOW */
  strcpy(text, entered_name());
  for (size_t i = 2, n = strlen(text); i < n; ++i)
    text[i] = '*';
  send_text(text); /* FLOW */
  strcpy(text, entered_name());
  size_t n = strlen(text) / 2;
  for (size_t i = 0; i < n; ++i)
    text[i] = '*';
  send_text(text); /* FLOW */
}

void largeBuffers(void) {
  char text[512];
  strcpy(text, entered_name());
  for (size_t i = 0; i < sizeof text; ++i)
    text[i] = 0;
  send_bytes(text, sizeof text); /* NO-FLOW */
  strcpy(text, entered_name());
  for (size_t i = 0; i < 256; ++i)
    text[i] = 0;
  send_bytes(text, sizeof text); /* FLOW */
  strcpy(text, entered_name());
  volatile char* at = text;
  size_t left = sizeof text;
  while (left--)
    *at++ = 0;
  send_bytes(text, sizeof text); /* NO-FLOW */
  strcpy(text, entered_name());
  for (size_t i = 0; i < sizeof text; ++i) {
    if (i == 100)
      break;
    text[i] = 0;
  }
  send_bytes(text, sizeof text); /* FLOW */
  const char* name = entered_name();
  for (size_t i = 0; i < sizeof text; ++i)
    text[i] = name[i % 8];
  send_bytes(text, sizeof text); /* FLOW */
}

void everyOther(void) {
  char text[512];
  strcpy(text, entered_name());
  for (size_t i = 0; i < sizeof text; i += 2)
    text[i] = 0;
  send_bytes(text, sizeof text); /* FLOW */
  strcpy(text, entered_name());
  for (char* at = text; *at; at += 2)
    *at = '#';
  send_text(text); /* FLOW */
}

void leftEarly(const char* found) {
  char text[64];
  strcpy(text, entered_name());
  for (char* at = text; *at; ++at) {
    if (at[0] == found[0])
      break;
    *at = '#';
  }
  send_text(text); /* FLOW */
}

void downwards(void) {
  char text[512];
  strcpy(text, entered_name());
  for (int i = 511; i >= 0; --i)
    text[i] = 0;
  send_bytes(text, sizeof text); /* NO-FLOW */
  strcpy(text, entered_name());
  for (size_t i = sizeof text; i-- > 0;)
    text[i] = 0;
  send_bytes(text, sizeof text); /* NO-FLOW */
  strcpy(text, entered_name());
  for (int i = 511; i > 0; --i)
    text[i] = 0;
  send_bytes(text, sizeof text); /* FLOW */
  strcpy(text, entered_name());
  for (int i = 100; i >= 0; --i)
    text[i] = 0;
  send_bytes(text, sizeof text); /* FLOW */
  strcpy(text, entered_name());
  for (int i = 511; text[i] == 0; --i)
    text[i] = 0;
  send_bytes(text, sizeof text); /* FLOW */
}

void upToTheLast(void) {
  int cards[100];
  for (int i = 0; i < 100; ++i)
    cards[i] = scanned_card();
  send_number(cards[3]); /* FLOW */
  for (int i = 0; i <= 99; ++i)
    cards[i] = i;
  send_number(cards[3]); /* NO-FLOW */
  for (int i = 0; i < 100; ++i)
    cards[i] = scanned_card();
  for (int i = 0; i <= 98; ++i)
    cards[i] = 0;
  send_number(cards[99]); /* FLOW */
  char text[200];
  strcpy(text, entered_name());
  for (char *at = text, *end = text + sizeof text; at < end; ++at)
    *at = 0;
  send_text(text); /* NO-FLOW */
}
