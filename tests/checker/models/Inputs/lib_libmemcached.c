// libmemcached.
#include "people.h"
#include <libmemcached/memcached.h>
#include <stdio.h>

void keeps(memcached_st* cache, struct Person* p) {
  char key[80];
  size_t length;
  uint32_t flags;
  memcached_return_t error;
  memcached_set(cache, "user", 4, p->name, 3, 0, 0); // reaches patron.name
  memcached_set(cache, "branch", 6, "1", 1, 0, 0);
  snprintf(key, sizeof key, "user:%s", p->email);
  memcached_add(cache, key, 9, "1", 1, 0, 0); // reaches patron.email
  out(memcached_get(cache, "user", 4, &length, &flags, &error));
  memcached_get(cache, key, 9, &length, &flags, &error); // reaches patron.email
  memcached_delete(cache, key, 9, 0); // reaches patron.email
  memcached_set_by_key(cache, "x", 1, "y", 1, p->name, 3, 0, 0); // reaches patron.name
  const char* keys[] = {"x", key};
  size_t lengths[] = {1, 9};
  memcached_mget(cache, keys, lengths, 2); // reaches patron.email
}

void* const rest[] = {memcached_replace, memcached_append, memcached_prepend, memcached_cas, memcached_add_by_key,
  memcached_replace_by_key, memcached_get_by_key, memcached_exist, memcached_increment, memcached_decrement, memcached,
  memcached_create, memcached_server_list_append, memcached_servers_parse, memcached_fetch_result, memcached_free,
  memcached_server_push, memcached_server_list_free, memcached_behavior_set, memcached_strerror, memcached_flush,
  memcached_quit, memcached_last_error_message, memcached_success};
