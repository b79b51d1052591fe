/* The system's journal: syslog, with the daemon's name and the branch in front. Whoever is on call
 * reads it, and so do the people of the consortium's help desk. It is kept for finding faults. */
#ifndef LECTERN_BASE_JOURNAL_H
#define LECTERN_BASE_JOURNAL_H

#include <syslog.h>

#ifdef __cplusplus
extern "C" {
#endif

void journal_open(const char* daemon, int branch);

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void journal(int priority, const char *format, ...);

#ifdef __cplusplus
}
#endif
#endif
