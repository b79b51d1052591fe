// stdlib.h, inttypes.h and time.h.
#include "people.h"
#include <alloca.h>
#include <iconv.h>
#include <inttypes.h>
#include <locale.h>
#include <malloc.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

void memory(struct Person* p) {
  char* a = malloc(10);
  strcpy(a, p->name);
  out(a); // reaches patron.name
  a = realloc(a, 20);
  out(a); // reaches patron.name
  char* b = calloc(1, 10);
  out(b);
  struct Person* q = malloc(sizeof *q);
  q->email = p->email;
  out(q->email); // reaches patron.email
  struct Person *r = aligned_alloc(8, sizeof *r), *s = memalign(8, sizeof *s), *t = valloc(sizeof *t), *u = alloca(sizeof *u);
  r->branch = s->branch = t->branch = u->branch = p->pin;
  out_number(r->branch); // reaches patron.pin
  void* w;
  posix_memalign(&w, 8, 8);
  char* x = reallocarray(a, 2, 2);
  out(x); // reaches patron.name
  free(a);
}

void numbers(struct Person* p) {
  char* end;
  out_number(atoi(p->name)); // reaches patron.name
  out_number(atol(p->name)); // reaches patron.name
  out_number(atoll(p->name)); // reaches patron.name
  out_number(atof(p->name)); // reaches patron.name
  out_number(strtol(p->name, &end, 10)); // reaches patron.name
  out(end); // reaches patron.name
  out_number(strtoul(p->name, &end, 10)); // reaches patron.name
  out_number(strtoll(p->name, &end, 10)); // reaches patron.name
  out_number(strtoull(p->name, &end, 10)); // reaches patron.name
  out_number(strtod(p->name, &end)); // reaches patron.name
  out_number(strtof(p->name, &end)); // reaches patron.name
  out_number(strtold(p->name, &end)); // reaches patron.name
  out_number(strtoimax(p->name, &end, 10)); // reaches patron.name
  out_number(strtoumax(p->name, &end, 10)); // reaches patron.name
  out_number(a64l(p->name)); // reaches patron.name
  out_number(abs(p->pin)); // reaches patron.pin
  out_number(labs(p->pin)); // reaches patron.pin
  out_number(llabs(p->pin)); // reaches patron.pin
  out_number(imaxabs(p->pin)); // reaches patron.pin
  out_number(div(p->pin, 2).quot); // reaches patron.pin
  out_number(ldiv(p->pin, 2).quot); // reaches patron.pin
  out_number(lldiv(p->pin, 2).quot); // reaches patron.pin
}

static int by_name(const void* a, const void* b) {
  out(((const struct Person*)a)->name); // reaches patron.name
  return strcmp(((const struct Person*)a)->name, ((const struct Person*)b)->name);
}

static int by_name_too(const void* a, const void* b, void* extra) {
  out(((const struct Person*)b)->email); // reaches patron.email
  out(extra);
  return by_name(a, b);
}

static void at_end(void) {
}

void searches(struct Person* all, struct Person* key) {
  qsort(all, 3, sizeof *all, by_name);
  qsort_r(all, 3, sizeof *all, by_name_too, "x");
  struct Person* found = bsearch(key, all, 3, sizeof *all, by_name);
  out(found->email); // reaches patron.email
  char* names[2] = {"x", all->name};
  qsort(names, 2, sizeof *names, by_name);
  out(names[0]); // reaches patron.name
  atexit(at_end), at_quick_exit(at_end);
}

void environment(struct Person* p) {
  out(getenv("HOME"));
  out(secure_getenv("HOME"));
  setenv("NAME", p->name, 1), putenv("a=b");
  out(getenv("NAME")); // reaches patron.name
  out(getenv("OTHER"));
  unsetenv("NAME"), clearenv();
  out(getenv("NAME"));
  setlocale(LC_ALL, ""), localeconv();
  system(p->email); // reaches patron.email
  char a[100], text[] = "XXXXXX";
  out(realpath(p->name, a)); // reaches patron.name
  mkstemp(text), mkdtemp(text);
  out_number(rand()), srand(1), out_number(random()), srandom(1), drand48(), lrand48(), mblen(a, 1), sleep(1);
}

void wide(struct Person* p) {
  wchar_t w[100];
  char a[100];
  mbstowcs(w, p->name, 100);
  wcstombs(a, w, 100);
  out(a); // reaches patron.name
  wchar_t c;
  char one[8];
  mbtowc(&c, p->email, 1);
  wctomb(one, c);
  out(one); // reaches patron.email
}

void times(struct Person* p) {
  time_t now = time(0), of = p->pin;
  struct tm* parts = localtime(&of);
  char a[100];
  strftime(a, 100, "%c", parts);
  out(a); // reaches patron.pin
  out(ctime(&of)); // reaches patron.pin
  out(asctime(gmtime(&of))); // reaches patron.pin
  struct tm other;
  gmtime_r(&of, &other);
  out_number(mktime(&other)); // reaches patron.pin
  localtime_r(&of, &other);
  out_number(timegm(&other)); // reaches patron.pin
  out(asctime_r(&other, a)); // reaches patron.pin
  out(ctime_r(&of, a)); // reaches patron.pin
  strptime(p->name, "%c", &other);
  out_number(other.tm_year); // reaches patron.name patron.pin
  out(ctime(&now));
  struct timespec spec;
  struct timeval value;
  clock(), difftime(now, now), clock_gettime(CLOCK_REALTIME, &spec), gettimeofday(&value, 0), nanosleep(&spec, 0), tzset();
  timespec_get(&spec, TIME_UTC);
}

void ends(int n) {
  switch (n) {
  case 1:
    exit(1);
  case 2:
    _Exit(1);
  case 3:
    quick_exit(1);
  default:
    abort();
  }
}

int options(int argc, char** argv) {
  return getopt(argc, argv, "ab");
}

static jmp_buf back;
static sigjmp_buf signalled;
static const char *reason, *other;

static void leave(struct Person* p) {
  reason = p->name;
  _longjmp(back, 1);
}

void jumps(struct Person* p) {
  if (setjmp(back) == 0)
    leave(p);
  else
    out(reason); // reaches patron.name
  if ((setjmp)(back) == 0)
    longjmp(back, 1);
  if (sigsetjmp(signalled, 1) == 0) {
    other = p->email;
    siglongjmp(signalled, 1);
  }
  out(other); // reaches patron.email
}

void converted(struct Person* p, iconv_t to) {
  char text[100] = "", *from = p->name, *end = text;
  size_t left = 100, room = 100;
  iconv(to, &from, &left, &end, &room);
  out(text); // reaches patron.name
}
