/* A shelf that finds members in JSON. */
#include <jansson.h>

void post(__attribute__((annotate("circumspect:sink=third-party.other,action=disclose,purpose=outreach"))) const char* text);

void tell(json_t* reader) {
  post(json_string_value(json_object_get(reader, "barcode")));
  post(json_string_value(json_object_get(reader, "colour")));
}
