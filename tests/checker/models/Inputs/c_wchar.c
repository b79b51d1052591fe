// wchar.h and wctype.h.
#define _GNU_SOURCE
#include "people.h"
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <wctype.h>

static void show(const wchar_t* text) {
  char narrow[100];
  wcstombs(narrow, text, 100);
  out(narrow); // reaches patron.name
}

static void showSafe(const wchar_t* text) {
  char narrow[100];
  wcstombs(narrow, text, 100);
  out(narrow);
}

void copies(struct Person* p) {
  wchar_t a[100], b[100], c[100];
  mbstowcs(a, p->name, 100);
  show(a);
  show(a + 1);
  wcscpy(b, a);
  wcsncpy(b, a, 9);
  wmemcpy(b, a, 9);
  wmemmove(b, a, 9);
  show(b);
  c[0] = 0;
  wcscat(c, a);
  wcsncat(c, a, 9);
  show(c);
  show(wcsdup(a));
  show(wcschr(a, 'x'));
  show(wcsrchr(a, 'x'));
  show(wcsstr(a, L"x"));
  show(wcspbrk(a, L"x"));
  show(wmemchr(a, 'x', 9));
  swprintf(b, 100, L"%ls", a);
  show(b);
}

void overwritten(struct Person* p) {
  wchar_t a[100], b[100], c[100];
  mbstowcs(a, p->name, 100);
  mbstowcs(b, p->name, 100);
  mbstowcs(c, p->name, 100);
  wcscpy(a, L"nobody");
  showSafe(a);
  wmemset(b, 0, 100);
  showSafe(b);
  swprintf(c, 100, L"%d", 5);
  showSafe(c);
}

void measures(struct Person* p) {
  wchar_t a[100], one;
  wchar_t* end;
  mbstowcs(a, p->name, 100);
  out_number(wcslen(a) + wcsnlen(a, 9) + wcsspn(a, a) + wcscspn(a, a) + (size_t)wcsncmp(a, a, 2) + (size_t)wcscoll(a, a));
  out_number(wmemcmp(a, a, 2) + wcscasecmp(a, a) + wcsncasecmp(a, a, 2) + iswalpha(a[0]) + iswdigit(a[0]) + iswspace(a[0]));
  out_number(iswalnum(a[0]) + iswupper(a[0]) + iswlower(a[0]) + iswpunct(a[0]) + iswprint(a[0]));
  out_number(towupper(a[0]));  // reaches patron.name
  out_number(towlower(a[0]));  // reaches patron.name
  out_number(wctob(a[0]));     // reaches patron.name
  out_number(btowc(a[0]));     // reaches patron.name
  out_number(wcstol(a, &end, 10)); // reaches patron.name
  show(end);
  out_number(wcstoul(a, &end, 10) + wcstoll(a, &end, 10) + wcstoull(a, &end, 10)); // reaches patron.name
  out_number(wcstod(a, &end) + wcstof(a, &end) + wcstold(a, &end)); // reaches patron.name
  mbtowc(&one, p->name, 4);
  out_number(one); // reaches patron.name
  out_number(wcscmp(a, L"b"));
}

void states(struct Person* p, mbstate_t* state) {
  wchar_t a[100], one;
  char narrow[100];
  const char* from = p->name;
  const wchar_t* wide = a;
  mbsrtowcs(a, &from, 100, state);
  wcsrtombs(narrow, &wide, 100, state);
  out(narrow); // reaches patron.name
  mbrtowc(&one, p->name, 4, state);
  out_number(one); // reaches patron.name
  wctomb(narrow, one);
  out(narrow); // reaches patron.name
  wcrtomb(narrow, one, state);
  out(narrow); // reaches patron.name
}

void streams(struct Person* p, FILE* in) {
  wchar_t a[100];
  int number;
  mbstowcs(a, p->name, 100);
  swscanf(a, L"%d", &number);
  out_number(number); // reaches patron.name
  wprintf(L"%ls", a);           // reaches patron.name
  fwprintf(stderr, L"%ls", a);  // reaches patron.name
  fputws(a, stdout);            // reaches patron.name
  fputwc(a[0], stdout);         // reaches patron.name
  putwc(a[0], stdout);          // reaches patron.name
  fgetws(a, 100, in);
  out_number((long)fgetwc(in) + (long)getwc(in) + (a[0] == 0));
}
