// RUN: not circumspect check %s -- -std=c++20 2>&1 | FileCheck %s
// What does not compile is said, and what stands around it is scanned all the same.
#include <cstdio>

[[clang::annotate("circumspect:data=patron.email")]] const char* email();

struct Card {
  explicit Card(int number);
};

void before() {
  std::puts(email());
}

void wrong(Missing Card::*member) {
  int* number = new int(missing());
  Card card(missing());
  auto kept = card.*member;
  auto* made = new Missing(missing(), 2);
}

void after() {
  std::puts(email());
}
// CHECK: undeclared.cpp:12:3: error: patron.email (email()) reaches
// CHECK: undeclared.cpp:23:3: error: patron.email (email()) reaches
// CHECK-NOT: crashed
// CHECK: warning: not parsed: unknown type name 'Missing'
