/* The payment page of the processor, which works for the library under contract. */
#include "../base/journal.h"
#include "payments.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static json_t* amount_of(const struct bill* bill) {
  json_t* amount = json_object();
  json_object_set_new(amount, "value", json_integer(bill->cents));
  json_object_set_new(amount, "currency", json_string("USD"));
  return amount;
}

/* What a processor needs to take money: a number of ours, and how much. LR-2 and UI-3: an agent,
 * and under contract. */
bool page_open(const struct bill* bill, char* location, size_t size) {
  struct http_reply reply;
  char reference[32];
  if (!processor_is_under_contract()) {
    journal(LOG_ERR, "payments: the processor's contract has run out, nobody can pay by card");
    return false;
  }
  snprintf(reference, sizeof reference, "RFL-%ld", bill->number);
  json_t* request = json_object();
  json_object_set_new(request, "reference", json_string(reference));
  json_object_set_new(request, "amount", amount_of(bill));
  char* text = json_dumps(request, JSON_COMPACT);
  bool ok = text &&
            http_post("https://pages.tillgate.example/v1/pages", "application/json", text, &reply);
  if (ok) {
    json_error_t error;
    json_t* answer = json_loads(reply.body ? reply.body : "", 0, &error);
    const char* address = json_string_value(json_object_get(answer, "address"));
    ok = address != NULL;
    if (ok)
      snprintf(location, size, "%s", address);
    else
      journal(LOG_WARNING, "payments: bill %ld: line %d of the answer: %s", bill->number,
              error.line, error.text);
    json_decref(answer);
    http_free(&reply);
  }
  free(text);
  json_decref(request);
  return ok;
}

/* The same, with a description "so that people recognise the charge on their statement", and before
 * anybody asked whether there is a contract. */
bool page_open_with_titles(const struct bill* bill, char* location, size_t size) {
  struct http_reply reply;
  json_t* request = json_object();
  json_object_set_new(request, "amount", amount_of(bill));
  json_object_set_new(request, "description", json_string(bill->item_title));
  json_object_set_new(request, "email", json_string(bill->patron->email));
  char* text = json_dumps(request, 0);
  // CHECK: page.c:[[#@LINE+1]]:{{.*}}[conflict: UI-3]
  bool ok = http_post("https://pages.tillgate.example/v1/pages", "application/json", text, &reply);
  if (ok)
    snprintf(location, size, "%s", reply.body ? reply.body : "");
  free(text);
  json_decref(request);
  return ok;
}
