// The system's log. It is kept for finding faults, and everyone who administers a server reads it.
#pragma once

#include <string>

namespace ils {

enum class Level { Debug, Info, Warning };

class Log {
public:
  explicit Log(std::string component);
  void write(Level level,
             [[clang::annotate("circumspect:sink=library.employee,action=store,"
                               "purpose=diagnostics,channel=log")]] const std::string& message);

private:
  std::string component_;
};

/// As printf, one line of the log.
[[clang::annotate("circumspect:sink=library.employee,action=store,purpose=diagnostics,channel=log"),
  gnu::format(printf, 1, 2)]]
void logLine(const char* format, ...);

} // namespace ils
