// stdio.h: where FILEs lead, and texts that are formatted in memory.
#include "people.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void display(struct Person* p) {
  printf("%s %d", p->name, p->pin); // reaches patron.name patron.pin
  printf("%d", p->branch);
  puts(p->name); // reaches patron.name
  putchar(p->name[0]); // reaches patron.name
  putchar_unlocked(p->name[0]); // reaches patron.name
  perror(p->email); // reaches patron.email
  fprintf(stderr, "%s", p->email); // reaches patron.email
  fputs(p->name, stdout); // reaches patron.name
  dprintf(1, "%s", p->name); // reaches patron.name
}

void files(struct Person* p) {
  FILE* f = fopen("x", "w");
  fprintf(f, "%s", p->name); // reaches patron.name
  fputs(p->name, f); // reaches patron.name
  fputs_unlocked(p->name, f); // reaches patron.name
  fputc(p->name[0], f); // reaches patron.name
  fputc_unlocked(p->name[0], f); // reaches patron.name
  putc(p->name[0], f); // reaches patron.name
  putc_unlocked(p->name[0], f); // reaches patron.name
  putw(p->pin, f); // reaches patron.pin
  fwrite(p, sizeof *p, 1, f); // reaches patron.name patron.email patron.pin
  fwrite_unlocked(p->name, 1, 3, f); // reaches patron.name
  fclose(f);
  FILE* q = popen("mail", "w");
  fputs(p->email, q); // reaches patron.email
  pclose(q);
  FILE* t = tmpfile();
  fputs(p->email, t); // reaches patron.email
  FILE* d = fdopen(3, "w");
  fputs(p->email, d); // reaches patron.email
  FILE* l = fopen64("x", "w");
  fputs(p->email, l); // reaches patron.email
  freopen("x", "w", stdout);
}

static void report(FILE* to, struct Person* p) {
  fputs(p->email, to); // reaches patron.email
}

void memory(struct Person* p) {
  char *text, buffer[100];
  size_t size;
  FILE* f = open_memstream(&text, &size);
  fprintf(f, "%s", p->name);
  fclose(f);
  out(text); // reaches patron.name
  FILE* g = fmemopen(buffer, sizeof buffer, "w");
  fputs(p->email, g);
  fputc(p->pin, g);
  fwrite(p->name, 1, 3, g);
  fclose(g);
  out(buffer); // reaches patron.email patron.name patron.pin
  report(stderr, p);
}

static void line(const char* format, ...) {
  va_list list;
  va_start(list, format);
  vprintf(format, list); // reaches patron.name
  vfprintf(stderr, format, list); // reaches patron.name
  va_end(list);
}

static void fill(char* to, const char* format, ...) {
  va_list list;
  va_start(list, format);
  vsnprintf(to, 100, format, list);
  va_end(list);
}

static void fill_whole(char* to, const char* format, ...) {
  va_list list;
  va_start(list, format);
  vsprintf(to, format, list);
  va_end(list);
}

static char* made(const char* format, ...) {
  char* to;
  va_list list;
  va_start(list, format);
  vasprintf(&to, format, list);
  va_end(list);
  return to;
}

void formats(struct Person* p) {
  char a[100], b[100], c[100], d[100], *e;
  sprintf(a, "%s", p->name);
  out(a); // reaches patron.name
  sprintf(a, "%d", p->branch);
  out(a);
  snprintf(b, sizeof b, "%d", p->pin);
  out(b); // reaches patron.pin
  asprintf(&e, "%s", p->email);
  out(e); // reaches patron.email
  fill(c, "%s", p->name);
  out(c); // reaches patron.name
  fill(c, "%d", p->branch);
  out(c);
  fill_whole(d, "%s", p->name);
  out(d); // reaches patron.name
  out(made("%s", p->name)); // reaches patron.name
  line("%s", p->name);
}

static void scan(const char* from, const char* format, ...) {
  va_list list;
  va_start(list, format);
  vsscanf(from, format, list);
  va_end(list);
}

static void scan_file(FILE* from, const char* format, ...) {
  va_list list;
  va_start(list, format);
  vfscanf(from, format, list);
  va_end(list);
}

static void scan_input(const char* format, ...) {
  va_list list;
  va_start(list, format);
  vscanf(format, list);
  va_end(list);
}

void scans(struct Person* p) {
  char a[100], b[100], c[100], *line = 0;
  size_t size = 0;
  int n;
  sscanf(p->name, "%s", a);
  out(a); // reaches patron.name
  scan(p->name, "%s", b);
  out(b); // reaches patron.name
  FILE* f = fmemopen(p->name, 10, "r");
  fgets(c, 100, f);
  out(c); // reaches patron.name
  fread(a, 1, 100, f);
  out(a); // reaches patron.name
  out_number(fgetc(f)); // reaches patron.name
  out_number(getc(f)); // reaches patron.name
  out_number(fgetc_unlocked(f)); // reaches patron.name
  out_number(getc_unlocked(f)); // reaches patron.name
  out_number(getw(f)); // reaches patron.name
  fscanf(f, "%d", &n);
  out_number(n); // reaches patron.name
  getline(&line, &size, f);
  out(line); // reaches patron.name
  getdelim(&line, &size, ',', f);
  out(line); // reaches patron.name
  fgets_unlocked(a, 100, f);
  out(a); // reaches patron.name
  fread_unlocked(a, 1, 100, f);
  out(a); // reaches patron.name
  scan_file(f, "%s", b);
  FILE* g = fopen("x", "r");
  fgets(c, 100, g);
  out(c);
  scan_input("%s", c);
  scanf("%s", c);
  out_number(getchar());
  out_number(getchar_unlocked());
  ungetc(p->pin, g);
}

void states(FILE* f) {
  fpos_t at;
  fflush(f), fseek(f, 0, 0), ftell(f), fseeko(f, 0, 0), ftello(f), rewind(f), fgetpos(f, &at), fsetpos(f, &at);
  feof(f), ferror(f), clearerr(f), fileno(f), setbuf(f, 0), setvbuf(f, 0, 0, 0), setlinebuf(f), flockfile(f), funlockfile(f);
  remove("x"), rename("x", "y");
}
