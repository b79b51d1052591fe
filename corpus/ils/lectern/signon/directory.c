/* The town's LDAP directory has the accounts of those who log in at the public computers. */
#include "../base/journal.h"
#include "signon.h"

#include <stdio.h>
#include <string.h>

static const char people[] = "ou=readers,dc=ridgefield,dc=example";

/* LR-2, UI-3: the department that keeps the accounts works for the library, and has signed. */
bool directory_check(LDAP* directory, const struct credentials* given) {
  char name[256];
  if (!directory_is_under_contract() || ldap_start_tls_s(directory, NULL, NULL) != LDAP_SUCCESS)
    return false;
  snprintf(name, sizeof name, "uid=%s,%s", given->login, people);
  struct berval password = {strlen(given->password), (char*)given->password};
  int code = ldap_sasl_bind_s(directory, name, LDAP_SASL_SIMPLE, &password, NULL, NULL, NULL);
  if (code == LDAP_INVALID_CREDENTIALS)
    /* Some type their password where the login belongs. */
    // CHECK: directory.c:[[#@LINE+1]]:{{.*}}patron.username{{.*}}[violation: LR-1]
    journal(LOG_NOTICE, "sign-on: %s: %s", name, ldap_err2string(code));
  else if (code != LDAP_SUCCESS)
    journal(LOG_ERR, "sign-on: %s", ldap_err2string(code));
  return code == LDAP_SUCCESS;
}

/* The same department, and nobody asked whether it had signed. */
bool directory_disable(LDAP* directory, const struct patron* reader) {
  char filter[128];
  char* attributes[] = {"pwdAccountLockedTime", NULL};
  LDAPMessage* found = NULL;
  snprintf(filter, sizeof filter, "(employeeNumber=%s)", reader->barcode);
  // CHECK: directory.c:[[#@LINE+1]]:{{.*}}patron.barcode{{.*}}[conflict: UI-3]
  int code = ldap_search_ext_s(directory, people, LDAP_SCOPE_ONELEVEL, filter, attributes, 0, NULL,
                               NULL, NULL, 1, &found);
  ldap_msgfree(found);
  return code == LDAP_SUCCESS;
}
