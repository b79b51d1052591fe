// string.h, strings.h and ctype.h.
#include "people.h"
#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

void copies(struct Person* p) {
  char a[100], b[100], c[100], d[100], e[100], f[100], g[100];
  strcpy(a, p->name);
  out(a); // reaches patron.name
  strncpy(b, p->email, 99);
  out(b); // reaches patron.email
  memcpy(c, p->name, 10);
  out(c); // reaches patron.name
  memmove(d, p->name, 10);
  out(d); // reaches patron.name
  out(stpcpy(e, p->name)); // reaches patron.name
  out(stpncpy(f, p->name, 9)); // reaches patron.name
  out(mempcpy(g, p->name, 9)); // reaches patron.name
  bcopy(p->name, a, 10);
  out(a); // reaches patron.name
  memccpy(a, p->email, 0, 10);
  out(a); // reaches patron.name patron.email
}

void overwritten(struct Person* p) {
  char a[100], b[100], c[100], d[100];
  strcpy(a, p->name);
  strcpy(a, "nobody");
  out(a);
  strcpy(b, p->name);
  memset(b, 0, sizeof b);
  out(b);
  strcpy(c, p->name);
  bzero(c, sizeof c);
  out(c);
  strcpy(d, p->name);
  explicit_bzero(d, sizeof d);
  out(d);
}

void middle(struct Person* p) {
  char a[100], b[100];
  strcpy(a, "name: ");
  strcpy(a + 6, p->name);
  out(a); // reaches patron.name
  b[0] = 0;
  strcpy(b, p->name);
  out(b + 3); // reaches patron.name
  out_number(b[2]); // reaches patron.name
}

void joins(struct Person* p) {
  char a[100] = "", b[100] = "";
  strcat(a, p->name);
  strncat(a, p->email, 3);
  out(a); // reaches patron.name patron.email
  out(b);
}

void wholes(struct Person* p) {
  struct Person q;
  memcpy(&q, p, sizeof q);
  out(q.email); // reaches patron.email
  out_number(q.pin); // reaches patron.pin
  out_number(q.branch);
}

void searches(struct Person* p) {
  out(strchr(p->email, '@')); // reaches patron.email
  out(strrchr(p->email, '@')); // reaches patron.email
  out(strstr(p->email, "@")); // reaches patron.email
  out(strcasestr(p->email, "@")); // reaches patron.email
  out(strpbrk(p->email, "@")); // reaches patron.email
  out(memchr(p->email, '@', 3)); // reaches patron.email
  out(memrchr(p->email, '@', 3)); // reaches patron.email
  out(rawmemchr(p->email, '@')); // reaches patron.email
  out(strchrnul(p->email, '@')); // reaches patron.email
  out(memmem(p->email, 3, "@", 1)); // reaches patron.email
  out(index(p->email, '@')); // reaches patron.email
  out(rindex(p->email, '@')); // reaches patron.email
  char copy[100], *rest, *end = copy;
  strcpy(copy, p->email);
  out(strtok_r(copy, "@", &rest)); // reaches patron.email
  out(strtok_r(NULL, "@", &rest)); // reaches patron.email
  out(strtok(copy, "@")); // reaches patron.email
  out(strtok(NULL, "@")); // reaches patron.email
  out(strsep(&end, "@")); // reaches patron.email
}

void duplicates(struct Person* p) {
  out(strdup(p->name)); // reaches patron.name
  out(strndup(p->name, 3)); // reaches patron.name
  char a[100];
  strxfrm(a, p->name, 100);
  out(a); // reaches patron.name
}

void measures(struct Person* p) {
  out_number(strlen(p->name));
  out_number(strnlen(p->name, 3));
  out_number(strcmp(p->name, "a"));
  out_number(strncmp(p->name, "a", 1));
  out_number(strcasecmp(p->name, "a"));
  out_number(strncasecmp(p->name, "a", 1));
  out_number(strcoll(p->name, "a"));
  out_number(memcmp(p->name, "a", 1));
  out_number(bcmp(p->name, "a", 1));
  out_number(strspn(p->name, "a"));
  out_number(strcspn(p->name, "a"));
  out(strerror(p->branch));
  out(strsignal(p->branch));
  char a[100];
  strerror_r(p->branch, a, 100);
  out(a);
}

void characters(struct Person* p) {
  out_number(toupper(p->name[0])); // reaches patron.name
  out_number(tolower(p->name[0])); // reaches patron.name
  out_number((isalnum)(p->name[0]));
  out_number((isalpha)(p->name[0]));
  out_number((isblank)(p->name[0]));
  out_number((iscntrl)(p->name[0]));
  out_number((isdigit)(p->name[0]));
  out_number((isgraph)(p->name[0]));
  out_number((islower)(p->name[0]));
  out_number((isprint)(p->name[0]));
  out_number((ispunct)(p->name[0]));
  out_number((isspace)(p->name[0]));
  out_number((isupper)(p->name[0]));
  out_number((isxdigit)(p->name[0]));
}

size_t strlcpy(char* to, const char* from, size_t size); // strlcpy(3bsd)
size_t strlcat(char* to, const char* from, size_t size);

void bounded(struct Person* p) {
  char a[100], b[100] = "";
  strlcpy(a, p->name, 100);
  out(a); // reaches patron.name
  strlcat(b, p->name, 100);
  out(b); // reaches patron.name
}

void swapped(struct Person* p) {
  char a[100] = "", b[100] = "";
  swab(p->name, a, 100);
  out(a); // reaches patron.name
  swab(b, a, 100);
  out(a);
}

void lengths(struct Person* p) {
  char a[100];
  strcpy(a, p->name);
  memcpy(a, "ab", 2);
  out(a); // reaches patron.name
  memset(a, 0, 100);
  out(a);
}
