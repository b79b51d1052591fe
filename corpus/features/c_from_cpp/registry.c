/* The C side. */
#include "registry.h"

#include <string.h>

static struct registry last;

void registry_set(struct registry* registry, const char* name, int shelf) {
  strncpy(registry->name, name, sizeof registry->name - 1);
  registry->shelf = shelf;
  last.shelf = shelf;
}

const char* registry_name(const struct registry* registry) {
  return registry->name;
}
int registry_shelf(const struct registry* registry) {
  return registry->shelf;
}

void registry_visit(const struct registry* registry, registry_visitor visit, void* data) {
  visit(registry->name, data);
}

int registry_copy(const struct registry* registry, char* into, size_t size) {
  strncpy(into, registry->name, size - 1);
  return (int)strlen(registry->name);
}

void registry_report_last(void) {
  send_number(last.shelf); /* NO-FLOW */
  send_text(last.name);    /* NO-FLOW */
}
