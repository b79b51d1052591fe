/* Words and phrases of a query, by PCRE2. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "search.h"

#include "../base/journal.h"

#include <pcre2.h>
#include <string.h>

static pcre2_code* pattern(void) {
  static pcre2_code* compiled;
  if (!compiled) {
    int error = 0;
    PCRE2_SIZE offset = 0;
    compiled = pcre2_compile((PCRE2_SPTR) "\"([^\"]*)\"|(\\S+)", PCRE2_ZERO_TERMINATED, PCRE2_UTF,
                             &error, &offset, NULL);
    if (!compiled) {
      PCRE2_UCHAR reason[128];
      pcre2_get_error_message(error, reason, sizeof reason);
      journal(LOG_CRIT, "catalogue: the pattern is wrong at %zu: %s", offset, (const char*)reason);
    }
  }
  return compiled;
}

bool search_parse(const struct search* search, struct parsed* parsed) {
  pcre2_code* code = pattern();
  parsed->count = 0;
  if (!code)
    return false;
  pcre2_match_data* match = pcre2_match_data_create_from_pattern(code, NULL);
  size_t length = strlen(search->query);
  size_t at = 0;
  while (at < length && parsed->count < MAX_TERMS) {
    int rc = pcre2_match(code, (PCRE2_SPTR)search->query, length, at, 0, match, NULL);
    if (rc == PCRE2_ERROR_NOMATCH)
      break;
    if (rc < 0) {
      // CHECK: parse.c:[[#@LINE+1]]:{{.*}}[violation: LR-1]
      journal(LOG_ERR, "catalogue: error %d at %zu of \"%s\"", rc, at, search->query);
      break;
    }
    PCRE2_SIZE* bounds = pcre2_get_ovector_pointer(match);
    struct term* term = &parsed->terms[parsed->count++];
    term->begin = bounds[0];
    term->end = bounds[1];
    term->is_phrase = rc == 2;
    at = bounds[1] > at ? bounds[1] : at + 1;
  }
  pcre2_match_data_free(match);
  return parsed->count > 0;
}
