// RUN: sh -c 'circumspect check %s -- -std=c++20; echo status $?' | FileCheck %s
// An attribute that says nothing is named where it stands: exit status 2.
// CHECK: bad_attribute.cpp:[[#@LINE+3]]:{{[0-9]+}}: error: unknown attribute 'date'; there are data, sink, guard, becomes and quantity
// CHECK: status 2
struct Patron {
  [[clang::annotate("circumspect:date=patron.email")]] const char* email;
};
const char* read(const Patron& patron) { return patron.email; }
