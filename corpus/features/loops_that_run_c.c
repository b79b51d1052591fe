/* Buffers that a loop overwrites wholly, by index and by pointer. */
#include "library_c.h"
#include <string.h>

static void wipe(void* memory, size_t size) {
  volatile unsigned char* at = memory;
  while (size--)
    *at++ = 0;
}

void wiped(void) {
  char text[32];
  strcpy(text, entered_name());
  wipe(text, sizeof text);
  send_text(text); /* NO-FLOW */
}

void wipedInPart(void) {
  char text[32];
  strcpy(text, entered_name());
  wipe(text, 8);
  send_bytes(text, sizeof text); /* FLOW */
}

void byIndex(void) {
  char text[64];
  strcpy(text, entered_name());
  for (size_t i = 0; i < sizeof text; i++)
    text[i] = 0;
  send_bytes(text, sizeof text); /* NO-FLOW */
}

void filled(void) {
  char text[8] = {0};
  const char* name = entered_name();
  for (int i = 0; i < 7; i++)
    text[i] = name[i];
  send_text(text); /* FLOW */
}
