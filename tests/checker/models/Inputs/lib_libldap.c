// OpenLDAP's client library.
// flags: -DLDAP_DEPRECATED=1
#include "people.h"
#include <ldap.h>
#include <stdio.h>

void binds(LDAP* d, struct Person* p) {
  char dn[200], filter[200];
  struct berval password = {3, p->email}, none = {1, "x"}, *answer;
  LDAPMessage* found;
  snprintf(dn, sizeof dn, "uid=%s,dc=library", p->name);
  ldap_sasl_bind_s(d, dn, LDAP_SASL_SIMPLE, &none, 0, 0, &answer); // reaches patron.name
  ldap_sasl_bind_s(d, "cn=admin", LDAP_SASL_SIMPLE, &none, 0, 0, &answer);
  ldap_sasl_bind_s(d, "cn=user", LDAP_SASL_SIMPLE, &password, 0, 0, &answer); // reaches patron.email
  ldap_simple_bind_s(d, dn, "x"); // reaches patron.name
  snprintf(filter, sizeof filter, "(mail=%s)", p->email);
  ldap_search_ext_s(d, "dc=library", LDAP_SCOPE_SUBTREE, filter, 0, 0, 0, 0, 0, 0, &found); // reaches patron.email
  ldap_search_ext_s(d, "dc=library", LDAP_SCOPE_SUBTREE, "(uid=*)", 0, 0, 0, 0, 0, 0, &found);
  out(ldap_get_dn(d, ldap_first_entry(d, found)));
  ldap_compare_ext_s(d, "dc=library", "mail", &password, 0, 0); // reaches patron.email
  ldap_delete_ext_s(d, dn, 0, 0); // reaches patron.name
}

void stores(LDAP* d, struct Person* p) {
  char *values[] = {p->email, 0}, *plain[] = {"x", 0};
  LDAPMod mail = {LDAP_MOD_ADD, "mail", {values}}, other = {LDAP_MOD_ADD, "branch", {plain}};
  LDAPMod *changes[] = {&mail, 0}, *others[] = {&other, 0};
  ldap_modify_ext_s(d, "uid=x", others, 0, 0);
  ldap_modify_ext_s(d, "uid=x", changes, 0, 0); // reaches patron.email
  ldap_add_ext_s(d, "uid=x", changes, 0, 0); // reaches patron.email
  struct berval text;
  ldap_compare_ext_s(d, "dc=library", "cn", ber_str2bv(p->name, 0, 0, &text), 0, 0); // reaches patron.name
  ldap_compare_ext_s(d, "dc=library", "cn", ber_bvstrdup(p->name), 0, 0); // reaches patron.name
}

void* const rest[] = {ldap_sasl_bind, ldap_simple_bind, ldap_bind, ldap_bind_s, ldap_search_ext, ldap_search_s, ldap_add_ext,
  ldap_modify_ext, ldap_initialize, ldap_next_entry, ldap_first_attribute, ldap_next_attribute, ldap_get_values_len,
  ldap_unbind_ext_s, ldap_set_option, ldap_err2string, ldap_msgfree, ldap_memfree, ldap_value_free_len, ldap_count_entries,
  ldap_start_tls_s, ber_bvfree, ber_free};
