// RUN: not circumspect check --models %S/Inputs/own_sinks.yaml %s -- -std=c++20 -I%S/Inputs | FileCheck %s
// What the journal is kept for depends on the system: the project's own model says it, and the shipped one, which cannot, no
// longer counts.
#include "desk.h"

#include <syslog.h>

void report(const Patron& patron) {
  // CHECK: own_sinks.cpp:[[#@LINE+1]]:3: error: patron.email (Patron::email) reaches library.employee for diagnostics by log {{.*}} [violation: LR-1]
  syslog(LOG_INFO, "%s", patron.email);
}
// CHECK: 1 finding;
