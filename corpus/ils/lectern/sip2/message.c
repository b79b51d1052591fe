#include "message.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void append(struct sip2_message* message, const char* text, size_t length) {
  if (message->length + length >= sizeof message->text) {
    message->truncated = true;
    return;
  }
  memcpy(message->text + message->length, text, length);
  message->length += length;
  message->text[message->length] = '\0';
}

void sip2_begin(struct sip2_message* message, const char* fixed) {
  message->length = 0;
  message->truncated = false;
  append(message, fixed, strlen(fixed));
}

void sip2_add(struct sip2_message* message, const char* code, const char* value) {
  append(message, code, 2);
  for (const char* c = value; *c; ++c)
    append(message, *c == '|' ? "/" : c, 1);
  append(message, "|", 1);
}

void sip2_add_money(struct sip2_message* message, const char* code, long cents) {
  char amount[32];
  snprintf(amount, sizeof amount, "%ld.%02ld", cents / 100, cents % 100);
  sip2_add(message, code, amount);
}

static unsigned checksum(const char* text, size_t length) {
  unsigned sum = 0;
  for (size_t i = 0; i < length; ++i)
    sum += (unsigned char)text[i];
  return -sum & 0xffffU;
}

void sip2_finish(struct sip2_message* message, char sequence) {
  char tail[16];
  int used = snprintf(tail, sizeof tail, "AY%cAZ", sequence);
  append(message, tail, (size_t)used);
  used = snprintf(tail, sizeof tail, "%04X\r", checksum(message->text, message->length));
  append(message, tail, (size_t)used);
}

static void take(char* to, size_t size, const char* from, const char* end) {
  size_t length = (size_t)(end - from);
  if (length >= size)
    length = size - 1;
  memcpy(to, from, length);
  to[length] = '\0';
}

/* How many characters stand between the command and the first field. */
static size_t fixed_length(const char* command) {
  static const struct {
    char command[3];
    size_t length;
  } table[] = {{"11", 38}, {"09", 37}, {"23", 21}, {"63", 31}, {"93", 2}, {"99", 8}};
  for (size_t i = 0; i < sizeof table / sizeof *table; ++i)
    if (strcmp(table[i].command, command) == 0)
      return table[i].length;
  return 0;
}

static bool checksum_is_right(const char* text) {
  const char* tail = strstr(text, "AZ");
  if (!tail)
    return true; /* terminals may leave error detection off */
  return strtoul(tail + 2, NULL, 16) == checksum(text, (size_t)(tail + 2 - text));
}

bool sip2_parse(const char* text, struct sip2_request* request) {
  memset(request, 0, sizeof *request);
  size_t length = strlen(text);
  if (length < 2 || !checksum_is_right(text))
    return false;
  take(request->command, sizeof request->command, text, text + 2);
  size_t fixed = 2 + fixed_length(request->command);
  if (fixed > length)
    return false;
  request->wants_loans = strcmp(request->command, "63") == 0 && text[fixed - 8] == 'Y';
  const char* field = text + fixed;
  while (field + 2 < text + length) {
    const char* value = field + 2;
    const char* end = strchr(value, '|');
    if (!end)
      end = text + length;
    if (strncmp(field, "AA", 2) == 0)
      take(request->patron, sizeof request->patron, value, end);
    else if (strncmp(field, "AD", 2) == 0)
      take(request->password, sizeof request->password, value, end);
    else if (strncmp(field, "AB", 2) == 0)
      take(request->item, sizeof request->item, value, end);
    else if (strncmp(field, "CN", 2) == 0)
      take(request->login, sizeof request->login, value, end);
    else if (strncmp(field, "AY", 2) == 0)
      request->sequence = *value;
    field = end + 1;
  }
  return true;
}
