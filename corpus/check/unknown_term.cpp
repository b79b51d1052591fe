// RUN: sh -c 'circumspect check %s -- -std=c++20; echo status $?' | FileCheck %s
// A word that the vocabulary does not have is bad input, with the nearest that it has: exit status 2.
// CHECK: error: unknown data term 'patron.emial'; did you mean 'patron.email'?, in a model or an attribute
// CHECK: status 2
struct Patron {
  [[clang::annotate("circumspect:data=patron.emial")]] const char* email;
};
void send([[clang::annotate("circumspect:sink=public,action=disclose")]] const char* text);
void report(const Patron& patron) { send(patron.email); }
