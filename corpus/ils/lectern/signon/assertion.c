/* What a service is told: a statement in XML, signed elsewhere. */
#include "signon.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>

enum { ID_SIZE = 33 };

static xmlNodePtr begin(xmlDocPtr document, const char* kind, const char* name_id) {
  xmlNodePtr root = xmlNewNode(NULL, BAD_CAST "saml:Assertion");
  xmlDocSetRootElement(document, root);
  xmlNodePtr subject = xmlNewChild(root, NULL, BAD_CAST "saml:Subject", NULL);
  xmlNodePtr name = xmlNewTextChild(subject, NULL, BAD_CAST "saml:NameID", BAD_CAST name_id);
  xmlNewProp(name, BAD_CAST "Format", BAD_CAST kind);
  return xmlNewChild(root, NULL, BAD_CAST "saml:AttributeStatement", NULL);
}

static void attribute(xmlNodePtr statement, const char* name, const char* value) {
  xmlNodePtr one = xmlNewChild(statement, NULL, BAD_CAST "saml:Attribute", NULL);
  xmlNewProp(one, BAD_CAST "Name", BAD_CAST name);
  xmlNewTextChild(one, NULL, BAD_CAST "saml:AttributeValue", BAD_CAST value);
}

/* The text, which the caller frees with xmlFree. */
static xmlChar* finish(xmlDocPtr document) {
  xmlChar* text = NULL;
  int size = 0;
  xmlDocDumpMemory(document, &text, &size);
  xmlFreeDoc(document);
  return text;
}

static void hex(const unsigned char* bytes, size_t count, char* text) {
  for (size_t i = 0; i < count; ++i)
    snprintf(text + 2 * i, 3, "%02x", bytes[i]);
}

/* TP-1: that somebody is registered, under a name that is made up for this session. */
bool assert_member(const struct service* service, const struct patron* reader) {
  unsigned char once[(ID_SIZE - 1) / 2];
  char id[ID_SIZE];
  if (!patron_in_good_standing(reader, time(NULL)) || RAND_bytes(once, sizeof once) != 1)
    return false;
  hex(once, sizeof once, id);
  xmlDocPtr document = xmlNewDoc(BAD_CAST "1.0");
  xmlNodePtr statement = begin(document, "urn:oasis:names:tc:SAML:2.0:nameid-format:transient", id);
  attribute(statement, "eduPersonEntitlement", "urn:mace:dir:entitlement:common-lib-terms");
  xmlChar* text = finish(document);
  service_post(service, (const char*)text);
  xmlFree(text);
  return true;
}

/* "Release everything, and let the service take what it needs." */
bool assert_everything(const struct service* service, const struct patron* reader) {
  xmlDocPtr document = xmlNewDoc(BAD_CAST "1.0");
  xmlNodePtr statement =
      begin(document, "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress", reader->email);
  if (service->wants_attributes) {
    attribute(statement, "displayName", reader->name);
    attribute(statement, "dateOfBirth", reader->birthdate);
  }
  xmlChar* text = finish(document);
  // CHECK: assertion.c:[[#@LINE+1]]:{{.*}}patron.email{{.*}}[violation: {{.*}}TP-1-identity
  service_post(service, (const char*)text);
  xmlFree(text);
  return true;
}

/* A name that stays the same, so that bookmarks do. */
static xmlChar* persistent(const unsigned char* name) {
  char id[ID_SIZE];
  hex(name, (ID_SIZE - 1) / 2, id);
  xmlDocPtr document = xmlNewDoc(BAD_CAST "1.0");
  begin(document, "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", id);
  return finish(document);
}

/* The digest of a card's number: there are only so many, and a supplier that hashes them all has
 * the cards (TP-1). */
bool assert_digest(const struct service* service, const struct patron* reader) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (!EVP_Digest(reader->barcode, strlen(reader->barcode), digest, &size, EVP_sha256(), NULL))
    return false;
  xmlChar* text = persistent(digest);
  // CHECK: assertion.c:[[#@LINE+1]]:{{.*}}pseudonym.digest{{.*}}[violation: LR-1, LR-3, UI-3, TP-1-identity, SA-2]
  service_post(service, (const char*)text);
  xmlFree(text);
  return true;
}

/* With a key for each supplier, only the library can tell whose name it is. TP-1 permits what
 * authenticates and does not identify; LR-3, to the letter, is about records that the library can
 * link to a user, and has no exception for this. */
bool assert_pairwise(const struct service* service, const struct patron* reader) {
  unsigned char name[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (!HMAC(EVP_sha256(), service->key, sizeof service->key, (const unsigned char*)reader->barcode,
            strlen(reader->barcode), name, &size))
    return false;
  xmlChar* text = persistent(name);
  // CHECK: assertion.c:[[#@LINE+1]]:{{.*}}pseudonym.keyed{{.*}}[conflict: LR-1, LR-3]
  service_post(service, (const char*)text);
  xmlFree(text);
  return true;
}
