/* ShelfStream: e-books. Its interface takes a card and a PIN, and has room for a profile. */
#include "../base/journal.h"
#include "suppliers.h"

#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

static bool read_location(const struct http_reply* reply, char* location, size_t size) {
  struct json_object* answer = json_tokener_parse(reply->body ? reply->body : "");
  struct json_object* value = NULL;
  bool ok = answer && json_object_object_get_ex(answer, "location", &value);
  if (ok)
    snprintf(location, size, "%s", json_object_get_string(value));
  json_object_put(answer);
  return ok;
}

/* TP-1 lets a supplier have what authenticates a user. A card's number also identifies one, and
 * LR-3 keeps that from third parties: as adopted, the policy says both. */
bool shelfstream_log_in(const struct patron* reader, const char* pin, char* location, size_t size) {
  struct http_reply reply;
  struct json_object* request = json_object_new_object();
  json_object_object_add(request, "library", json_object_new_string("ridgefield"));
  json_object_object_add(request, "card", json_object_new_string(reader->barcode));
  json_object_object_add(request, "pin", json_object_new_string(pin));
  json_object_object_add(request, "valid",
                         json_object_new_boolean(patron_in_good_standing(reader, time(NULL))));
  const char* text = json_object_to_json_string_ext(request, JSON_C_TO_STRING_PLAIN);
  const char* const sessions = "https://api.shelfstream.example/v2/sessions";
  // CHECK: shelfstream.c:[[#@LINE+1]]:{{.*}}[conflict: LR-1, LR-3]
  bool ok = http_post(sessions, "application/json", text, &reply) && reply.status == 201 &&
            read_location(&reply, location, size);
  journal(LOG_INFO, "econtent: shelfstream %s", ok ? "let a reader in" : "refused");
  http_free(&reply);
  json_object_put(request);
  return ok;
}

/* "Readers like to be greeted by name, and a birthday gets them a voucher." */
bool shelfstream_create_profile(const struct patron* reader) {
  struct http_reply reply;
  struct json_object* profile = json_object_new_object();
  struct json_object* person = json_object_new_object();
  json_object_object_add(person, "displayName", json_object_new_string(reader->name));
  json_object_object_add(person, "birthday", json_object_new_string(reader->birthdate));
  json_object_object_add(profile, "card", json_object_new_string(reader->barcode));
  json_object_object_add(profile, "person", person);
  // CHECK: shelfstream.c:[[#@LINE+1]]:{{.*}}[violation: {{.*}}TP-1-identity
  bool ok = http_post("https://api.shelfstream.example/v2/profiles", "application/json",
                      json_object_to_json_string(profile), &reply);
  http_free(&reply);
  json_object_put(profile);
  return ok;
}

/* Recommendations: what the reader has at home, so that the supplier knows what to offer. */
bool shelfstream_recommend(const struct patron* reader, char* titles, size_t size) {
  struct http_reply reply;
  struct json_object* request = json_object_new_object();
  struct json_object* read = json_object_new_array();
  for (size_t i = 0; i < reader->loan_count; ++i)
    json_object_array_add(read, json_object_new_string(reader->loans[i].title));
  json_object_object_add(request, "read", read);
  // CHECK: shelfstream.c:[[#@LINE+1]]:{{.*}}[violation: {{.*}}TP-1-identity
  bool ok = http_post("https://api.shelfstream.example/v2/similar", "application/json",
                      json_object_to_json_string(request), &reply);
  if (ok)
    snprintf(titles, size, "%s", reply.body ? reply.body : "");
  http_free(&reply);
  json_object_put(request);
  return ok;
}
