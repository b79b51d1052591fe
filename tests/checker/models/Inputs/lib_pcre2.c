// PCRE2.
#define PCRE2_CODE_UNIT_WIDTH 8
#include "people.h"
#include <pcre2.h>
#include <string.h>
#include <syslog.h>

void find(struct Person* p, pcre2_code* pattern) {
  pcre2_match_data* match = pcre2_match_data_create_from_pattern(pattern, 0);
  int count = pcre2_match(pattern, (PCRE2_SPTR)p->name, strlen(p->name), 0, 0, match, 0);
  PCRE2_UCHAR message[80];
  pcre2_get_error_message(count, message, sizeof message);
  syslog(LOG_INFO, "%s", (char*)message);
  pcre2_match_data_free(match);
}

void* const rest[] = {(void*)pcre2_compile, (void*)pcre2_code_free, (void*)pcre2_dfa_match,
                      (void*)pcre2_match_data_create};
