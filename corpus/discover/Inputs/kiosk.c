/* A kiosk that finds members in JSON. */
#include <json-c/json.h>

void post(__attribute__((annotate("circumspect:sink=third-party.other,action=disclose,purpose=outreach"))) const char* text);

void show(struct json_object* patron) {
  struct json_object* value = 0;
  if (json_object_object_get_ex(patron, "email", &value))
    post(json_object_get_string(value));
  if (json_object_object_get_ex(patron, "colour", &value))
    post(json_object_get_string(value));
}

