#include "journal.h"

#include <stdarg.h>
#include <stdio.h>

static int branch_number;

void journal_open(const char* daemon, int branch) {
  branch_number = branch;
  openlog(daemon, LOG_PID, LOG_DAEMON);
}

void journal(int priority, const char* format, ...) {
  char line[1024];
  int used = snprintf(line, sizeof line, "[branch %d] ", branch_number);
  if (used < 0)
    return;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line + used, sizeof line - (size_t)used, format, arguments);
  va_end(arguments);
  syslog(priority, "%s", line);
}
