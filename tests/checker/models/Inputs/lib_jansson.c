// Jansson.
#include "people.h"
#include <jansson.h>

void objects(struct Person* p) {
  json_t *all = json_object(), *list = json_array();
  json_object_set_new(all, "name", json_string(p->name));
  json_object_set_new_nocheck(all, "branch", json_integer(p->branch));
  out(json_string_value(json_object_get(all, "name"))); // reaches patron.name
  out_number(json_integer_value(json_object_get(all, "branch")));
  out(json_dumps(all, 0)); // reaches patron.name
  json_object_del(all, "name");
  out(json_dumps(all, 0));
  json_array_append_new(list, json_stringn(p->email, 3));
  out(json_string_value(json_array_get(list, 0))); // reaches patron.email
  out(json_string_value(json_string_nocheck(p->name))); // reaches patron.name
  out_number(json_real_value(json_real(p->pin))); // reaches patron.pin
  out(json_string_value(json_loads(p->name, 0, 0))); // reaches patron.name
  json_dump_file(list, "x", 0); // reaches patron.email
  json_object_size(all), json_array_size(list);
}
