/* The public catalogue on the web: its cookies, and what is measured of its use. */
#ifndef LECTERN_OPAC_OPAC_H
#define LECTERN_OPAC_OPAC_H

#include "../base/patron.h"

#include <microhttpd.h>

enum { TOKEN_SIZE = 48, PAGE_SIZE = 128, DIGEST_SIZE = 65 };

/* One request of a browser, and whose it is where somebody has logged in. */
struct visit {
  char token[TOKEN_SIZE]; /* of the session */
  char language[8];
  char theme[16];
  char address[46]; /* of the network */
  char page[PAGE_SIZE];
  unsigned milliseconds;
  char words[PAGE_SIZE]; /* what was typed into the search box */
  const struct patron* user;
  bool declined; /* not to be measured, says the browser */
};

/* A card and a PIN were checked in this session, and it has not ended. */
bool visit_is_logged_in(const struct visit* visit);

/* Cookies: to know the session again, and to show pages as their reader wants them. */
void cookie_of_session(struct MHD_Response* response, const char* token);
void cookie_of_preferences(struct MHD_Response* response, const char* name, const char* value);

/* The consortium's log-in, which all its members share; it sets its own cookie. */
void consortium_session(const char* token);

/* An address of a page, to which the browser is sent. */
enum MHD_Result redirect(struct MHD_Connection* connection, const char* url);

/* The company that counts page views, and the advertiser whose banner was on the start page. */
void meter_count(const char* page, unsigned milliseconds);
void meter_event(const char* page, const char* visitor);
void banner_load(const char* preferences);

/* The network that an address is in: /16, or /32 of IPv6. */
void address_mask(const char* address, char* network);

/* The library's own counters, by page and by day. */
void counter_add(const char* page);

enum MHD_Result log_in(const struct visit* visit, struct MHD_Connection* connection);
enum MHD_Result show_start(const struct visit* visit, struct MHD_Connection* connection);
enum MHD_Result continue_without_cookies(const struct visit* visit,
                                         struct MHD_Connection* connection);
void begin_session(const struct visit* visit, struct MHD_Response* response);
void customise(const struct visit* visit, struct MHD_Response* response);
void share_session(const struct visit* visit);
void show_banner(const struct visit* visit);
void trace_session(const struct visit* visit);

void measure(const struct visit* visit);
void count_page(const struct visit* visit);
void report_day(unsigned long views);
void measure_by_digest(const struct visit* visit);
void measure_by_key(const struct visit* visit, const unsigned char* key, size_t size);
void measure_by_session(const struct visit* visit);
void measure_by_place(const struct visit* visit);
void measure_search(const struct visit* visit);

#endif
