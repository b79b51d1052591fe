// RUN: not circumspect check %s -- -std=c++20 2>&1 | FileCheck %s
// RUN: sh -c 'circumspect check %s -- -std=c++20 > /dev/null 2>&1; echo status $?' | FileCheck --check-prefix=STATUS %s
// A file that does not parse is named, and the scan is incomplete: exit status 3.
// CHECK: unparsed.cpp:[[#@LINE+3]]:{{[0-9]+}}: warning: not parsed: unknown type name 'Patron'
// CHECK: incomplete, see the 1 warning
// STATUS: status 3
Patron nobody();
