/* Cookies. CK-1 lets them verify a user who has logged in, and show pages as that user wants them.
 */
#include "../base/journal.h"
#include "opac.h"

#include <stdio.h>
#include <string.h>

static const char attributes[] = "Path=/; Secure; HttpOnly; SameSite=Lax";

void cookie_of_session(struct MHD_Response* response, const char* token) {
  char header[TOKEN_SIZE + 80];
  snprintf(header, sizeof header, "session=%s; %s", token, attributes);
  MHD_add_response_header(response, MHD_HTTP_HEADER_SET_COOKIE, header);
}

void cookie_of_preferences(struct MHD_Response* response, const char* name, const char* value) {
  char header[160];
  snprintf(header, sizeof header, "%s=%s; Max-Age=31536000; %s", name, value, attributes);
  MHD_add_response_header(response, MHD_HTTP_HEADER_SET_COOKIE, header);
}

enum MHD_Result redirect(struct MHD_Connection* connection, const char* url) {
  struct MHD_Response* response = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
  MHD_add_response_header(response, MHD_HTTP_HEADER_LOCATION, url);
  enum MHD_Result queued = MHD_queue_response(connection, MHD_HTTP_SEE_OTHER, response);
  MHD_destroy_response(response);
  return queued;
}

/* CK-1: who has logged in is known again by the number of the session. */
enum MHD_Result log_in(const struct visit* visit, struct MHD_Connection* connection) {
  if (!visit_is_logged_in(visit))
    return redirect(connection, "/login");
  struct MHD_Response* response = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
  cookie_of_session(response, visit->token);
  enum MHD_Result queued = MHD_queue_response(connection, MHD_HTTP_NO_CONTENT, response);
  MHD_destroy_response(response);
  return queued;
}

/* CK-1: the language and the colours that the user chose in their account. */
void customise(const struct visit* visit, struct MHD_Response* response) {
  if (!visit_is_logged_in(visit))
    return;
  if (visit->language[0] != '\0')
    cookie_of_preferences(response, "language", visit->language);
  if (strcmp(visit->theme, "standard") != 0)
    cookie_of_preferences(response, "theme", visit->theme);
}

/* CK-1: one log-in for all libraries of the consortium. */
void share_session(const struct visit* visit) {
  if (visit_is_logged_in(visit))
    consortium_session(visit->token);
}

/* "The page should greet everybody in their language", and so the cookie is there before anybody
 * has logged in (CK-1). */
enum MHD_Result show_start(const struct visit* visit, struct MHD_Connection* connection) {
  static const char page[] = "<h1>Catalogue</h1>";
  struct MHD_Response* response =
      MHD_create_response_from_buffer(sizeof page - 1, (void*)page, MHD_RESPMEM_PERSISTENT);
  // CHECK: cookies.c:[[#@LINE+1]]:{{.*}}website.preferences{{.*}}[undecided]
  cookie_of_preferences(response, "language", visit->language);
  enum MHD_Result queued = MHD_queue_response(connection, MHD_HTTP_OK, response);
  MHD_destroy_response(response);
  return queued;
}

/* A session is begun for every robot, logged in or not (CK-1). */
void begin_session(const struct visit* visit, struct MHD_Response* response) {
  if (visit->user == NULL)
    journal(LOG_INFO, "opac: a session for a guest");
  // CHECK: cookies.c:[[#@LINE+1]]:{{.*}}website.session{{.*}}[undecided]
  cookie_of_session(response, visit->token);
}

/* For browsers without cookies the session goes into the address, which servers on the way write
 * down and people mail to each other; the clause names cookies and nothing else (CK-1). */
enum MHD_Result continue_without_cookies(const struct visit* visit,
                                         struct MHD_Connection* connection) {
  char url[TOKEN_SIZE + 16];
  if (!visit_is_logged_in(visit))
    return redirect(connection, "/login");
  snprintf(url, sizeof url, "/account?sid=%s", visit->token);
  // CHECK: cookies.c:[[#@LINE+1]]:{{.*}}website.session{{.*}} by url {{.*}}[undecided]
  return redirect(connection, url);
}

/* "Sessions get lost": whoever reads the journal can now take them over (CK-1). */
void trace_session(const struct visit* visit) {
  if (visit_is_logged_in(visit))
    // CHECK: cookies.c:[[#@LINE+1]]:{{.*}}website.session{{.*}} by log {{.*}}[undecided]
    journal(LOG_DEBUG, "opac: session %s goes on", visit->token);
}

/* The banner on the start page came with a script that wanted to know the reader's language
 * (CK-1). */
void show_banner(const struct visit* visit) {
  if (visit_is_logged_in(visit))
    // CHECK: cookies.c:[[#@LINE+1]]:{{.*}}website.preferences{{.*}}[violation: UI-3, SA-2]
    banner_load(visit->language);
}
