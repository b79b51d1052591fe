// RUN: not circumspect check --policy %root/rules/ridgefield/as-adopted.yaml %s -- -std=c++20 -I%S/Inputs | FileCheck %s
// What a finding says: where, what goes to whom, the way step by step, an example, the rules with
// their clauses, and what would make it right.

#include "desk.h"

// CHECK: message.cpp:[[#@LINE+14]]:3: error: patron.email (Patron::email) reaches third-party.analytics for analytics by network.encrypted through send(const char *), which the policy forbids [violation: LR-1, LR-3, UI-3, SA-2]
// CHECK-NEXT: message.cpp:[[#@LINE+12]]:25: note: `Patron::email` is read here
// CHECK-NEXT: message.cpp:[[#@LINE+11]]:25: note: is put into 'address'
// CHECK-NEXT: message.cpp:[[#@LINE+11]]:3: note: reaches send()
// CHECK-NEXT: message.cpp:[[#@LINE+10]]:3: note: for example: disclose patron.email to third-party.analytics for analytics by network.encrypted, when no condition holds
// CHECK-NEXT: note: forbids it: rule LR-1 ({{.*}}as-adopted.yaml:{{[0-9]+}}:{{[0-9]+}}), citing LR-1: records that identify a user or a transaction are confidential
// CHECK-NEXT: note: forbids it: rule LR-3 ({{.*}}as-adopted.yaml:{{[0-9]+}}:{{[0-9]+}}), citing LR-3:
// CHECK-NEXT: note: forbids it: rule UI-3 ({{.*}}as-adopted.yaml:{{[0-9]+}}:{{[0-9]+}}), citing UI-3:
// CHECK-NEXT: note: forbids it: rule SA-2 ({{.*}}as-adopted.yaml:{{[0-9]+}}:{{[0-9]+}}), citing SA-2:
// CHECK-NEXT: note: it is permitted when written-permission holds for the person whose data it is, and contract too; ask for both before this call
// CHECK-NEXT: 1 finding; 1 file, 1 functions, 1 flows; 0 callees without body or model
// CHECK-NOT: {{.}}
void report(const Patron& patron) {
  const char* address = patron.email;
  send(address);
}
