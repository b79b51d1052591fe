/* Single sign-on: who somebody is, by the town's directory, and what a service is told of it. */
#ifndef LECTERN_SIGNON_SIGNON_H
#define LECTERN_SIGNON_SIGNON_H

#include "../base/patron.h"

#include <ldap.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct credentials {
  char login[64];
  char password[128];
};

/* A service that trusts our assertions: of e-content, as its metadata says. */
struct service {
  const char* entity;
  const char* endpoint;
  bool wants_attributes; /* it asked for all that there is */
  unsigned char key[32]; /* for the names that it knows readers by */
};

/* The town's computer department has signed. */
bool directory_is_under_contract(void);

bool directory_check(LDAP* directory, const struct credentials* given);
bool directory_disable(LDAP* directory, const struct patron* reader);

/* Makes an assertion (SAML 2.0) and posts it. */
bool assert_member(const struct service* service, const struct patron* reader);
bool assert_everything(const struct service* service, const struct patron* reader);
bool assert_digest(const struct service* service, const struct patron* reader);
bool assert_pairwise(const struct service* service, const struct patron* reader);
void service_post(const struct service* service, const char* assertion);

#endif
