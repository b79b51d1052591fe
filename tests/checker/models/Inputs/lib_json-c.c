// json-c.
#include "people.h"
#include <json-c/json.h>

void objects(struct Person* p) {
  json_object *all = json_object_new_object(), *list = json_object_new_array(), *found;
  json_object_object_add(all, "name", json_object_new_string(p->name));
  json_object_object_add(all, "branch", json_object_new_int(p->branch));
  out(json_object_get_string(json_object_object_get(all, "name"))); // reaches patron.name
  out_number(json_object_get_int(json_object_object_get(all, "branch")));
  json_object_object_get_ex(all, "name", &found);
  out(json_object_get_string(json_object_get(found))); // reaches patron.name
  out(json_object_to_json_string(all)); // reaches patron.name
  json_object_object_del(all, "name");
  out(json_object_to_json_string_ext(all, 0));
  json_object_array_add(list, json_object_new_string_len(p->email, 3));
  out(json_object_get_string(json_object_array_get_idx(list, 0))); // reaches patron.email
  out_number(json_object_get_int64(json_object_new_int64(p->pin))); // reaches patron.pin
  out_number(json_object_get_double(json_object_new_double(p->pin))); // reaches patron.pin
  out_number(json_object_get_boolean(json_object_new_boolean(p->pin)));
  out(json_object_get_string(json_tokener_parse(p->name))); // reaches patron.name
  json_object_to_file("x", list); // reaches patron.email
  json_object_new_null(), json_object_get_type(all), json_object_array_length(list), json_object_object_length(all), json_object_put(all);
}
