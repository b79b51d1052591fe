/* A registry in C, used from C++. */
#ifndef REGISTRY_H
#define REGISTRY_H

#include "library_c.h"

#ifdef __cplusplus
extern "C" {
#endif

struct registry {
  char name[64];
  int shelf;
};

typedef void (*registry_visitor)(const char* name, void* data);

void registry_set(struct registry* registry, const char* name, int shelf);
const char* registry_name(const struct registry* registry);
int registry_shelf(const struct registry* registry);
void registry_visit(const struct registry* registry, registry_visitor visit, void* data);
int registry_copy(const struct registry* registry, char* into, size_t size);

#ifdef __cplusplus
}
#endif

#endif
