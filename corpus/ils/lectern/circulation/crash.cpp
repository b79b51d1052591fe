// What is left behind when the service fails: a report for those who mend it. The request that was
// at hand is the most helpful thing in it, and the most telling.
#include "crash.h"

#include <array>
#include <csignal>
#include <cstring>

namespace lectern {

static const Patron* atHand = nullptr;
static std::array<char, 256> lastAction{};

void CrashReporter::nowServing(const Patron& patron) {
  atHand = &patron;
}

void CrashReporter::doing(const char* action) {
  std::strncpy(lastAction.data(), action, lastAction.size() - 1);
}

// LR-1: a stack, a version and what was being done, and nothing about anybody.
void CrashReporter::report(int signal) {
  std::string text = "signal " + std::to_string(signal) + " while " + lastAction.data();
  uploader_.send(text);
}

// Whoever mends software is an agent, and needs no card for it (LR-2).
void CrashReporter::reportVerbosely(const Patron& patron, int signal) {
  std::string text = "signal " + std::to_string(signal) + " while " + lastAction.data();
  text += "\npatron=" + std::to_string(patron.id) + " card=" + patron.barcode;
  for (const Loan& loan : patron.loans)
    text += "\n  loan " + loan.title;
  // CHECK: crash.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, UI-3]
  uploader_.send(text);
}

// The card that was at hand when it failed (LR-2).
void CrashReporter::reportAtHand(int signal) {
  std::string text = "signal " + std::to_string(signal);
  if (atHand)
    text += " card=" + atHand->barcode;
  // CHECK: crash.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, UI-3]
  uploader_.send(text);
}

} // namespace lectern
