#pragma once

#include "../core/patron.h"

namespace lectern {

/// Sends a report to the company that mends the software.
class CrashUploader {
public:
  void send(const std::string& report);
};

class CrashReporter {
public:
  explicit CrashReporter(CrashUploader& uploader) : uploader_(uploader) {}

  static void nowServing(const Patron& patron);
  static void doing(const char* action);
  void report(int signal);
  void reportVerbosely(const Patron& patron, int signal);
  void reportAtHand(int signal);

private:
  CrashUploader& uploader_;
};

} // namespace lectern
