#ifndef LECTERN_CAMERAS_RECORDER_H
#define LECTERN_CAMERAS_RECORDER_H

#include "footage.h"

void recorder_start(struct camera* cameras, size_t count);
void recorder_start_after_alarm(struct camera* cameras, size_t count);
int retention_days(const char* configured);
void recorder_store(struct archive* archive, const struct clip* clip, enum area area);

#endif
