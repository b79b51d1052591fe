// RUN: not circumspect check %s -- -std=c++20 -I%S/Inputs | FileCheck %s
// A sink that does not say its purpose: some purposes are permitted and others are not, so the
// message says what would settle it.
#include "desk.h"

void show([[clang::annotate("circumspect:sink=library.employee,action=disclose,channel=display")]]
          const char* text);

void report(const Patron& patron) {
  // CHECK: depends.cpp:[[#@LINE+1]]:3: error: patron.email (Patron::email) reaches library.employee by display through show(const char *), and whether that is permitted depends on what is not said [depends: purpose]
  show(patron.email);
  // CHECK: note: say the purpose of this sink in a model or an attribute
}
