// RUN: not circumspect check --format=sarif %s -- -std=c++20 -I%S/Inputs > %t.sarif
// RUN: python3 %S/Inputs/outline.py %t.sarif | FileCheck %s
// SARIF 2.1.0: a result with its place, fingerprint and code flow, the rule that it names described,
// and columns and lines that count from 1.

#include "desk.h"

// CHECK: version 2.1.0
// CHECK-NEXT: driver circumspect, rules: LR-1
// CHECK-NEXT: complete: True
// CHECK-NEXT: result LR-1 error at sarif.cpp:[[#@LINE+5]]:3, kind violation, confidence high, fingerprint of 64 characters
// CHECK-NEXT: step sarif.cpp:[[#@LINE+4]]:3 `Patron::email` is read here
// CHECK-NEXT: step sarif.cpp:[[#@LINE+3]]:3 reaches send()
// CHECK-NOT: {{.}}
void report(const Patron& patron) {
  send(patron.email);
}
