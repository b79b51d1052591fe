// systemd's journal.
#include "people.h"
#include <stdarg.h>
#include <sys/uio.h>
#include <syslog.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>

void logs(struct Person* p) {
  sd_journal_print(LOG_INFO, "user %s of branch %d", p->name, p->branch); // reaches patron.name
  sd_journal_print(LOG_INFO, "branch %d", p->branch);
  sd_journal_send("MESSAGE=Loan", "USER=%s", p->email, (char*)0); // reaches patron.email
  struct iovec lines[] = {{"BRANCH=1", 8}, {p->name, 3}}, other[] = {{"BRANCH=1", 8}};
  sd_journal_sendv(lines, 2); // reaches patron.name
  sd_journal_sendv(other, 1);
  sd_journal_perror(p->email); // reaches patron.email
  sd_notifyf(0, "STATUS=Serving %s", p->name); // reaches patron.name
  sd_notify(0, "READY=1");
}

static void logf(const char* format, ...) {
  va_list list;
  va_start(list, format);
  sd_journal_printv(LOG_INFO, format, list); // reaches patron.pin
  va_end(list);
}

void own(struct Person* p) {
  logf("%d", p->pin);
}

#undef sd_journal_print
#undef sd_journal_send
void* const rest[] = {sd_journal_print, sd_journal_send};
