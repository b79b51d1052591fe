/* Starts the cameras that the configuration lists, and keeps what they record for as long as the
 * policy lets it (CC-4). */
#include "recorder.h"

#include "../base/journal.h"

#include <stdlib.h>
#include <string.h>

enum {
  DAYS_PER_WEEK = 7,
  LONGEST_DAYS = 30, /* CC-4 */
};

/* CC-1, CC-5: cameras are for the rules of conduct, and not where people expect privacy. */
void recorder_start(struct camera* cameras, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    if (camera_is_in_private_area(&cameras[i])) {
      journal(LOG_WARNING, "cameras: number %d is where none may be, and stays off",
              cameras[i].number);
      continue;
    }
    if (!camera_record(&cameras[i]))
      journal(LOG_ERR, "cameras: number %d does not answer", cameras[i].number);
  }
}

/* After the vandalism of last spring somebody wanted "everything on, now". */
void recorder_start_after_alarm(struct camera* cameras, size_t count) {
  for (size_t i = 0; i < count; ++i)
    // CHECK: recorder.c:[[#@LINE+1]]:{{.*}}[violation: CC-5]
    if (!camera_record(&cameras[i]))
      journal(LOG_ERR, "cameras: number %d does not answer", cameras[i].number);
}

/* The configuration may ask for less than thirty days and never gets more. */
int retention_days(const char* configured) {
  char* end = NULL;
  long days = configured ? strtol(configured, &end, 10) : LONGEST_DAYS;
  if (configured && (end == configured || days < 1)) {
    journal(LOG_WARNING, "cameras: cannot read the retention '%s'", configured);
    return LONGEST_DAYS;
  }
  return days > LONGEST_DAYS ? LONGEST_DAYS : (int)days;
}

void recorder_store(struct archive* archive, const struct clip* clip, enum area area) {
  bool kept;
  switch (area) {
  case AREA_CHILDREN:
    kept = archive_keep(archive, clip, 2 * DAYS_PER_WEEK);
    break;
  case AREA_ENTRANCE:
    /* "A month and a half, for the insurance." */
    // CHECK: recorder.c:[[#@LINE+1]]:{{.*}}[violation: {{.*}}CC-4-limit
    kept = archive_keep(archive, clip, 45);
    break;
  case AREA_DESK:
    // CHECK: recorder.c:[[#@LINE+1]]:{{.*}}[violation: {{.*}}CC-4-limit
    kept = archive_keep(archive, clip, 6 * DAYS_PER_WEEK);
    break;
  default:
    kept = archive_keep(archive, clip, LONGEST_DAYS);
    break;
  }
  if (!kept)
    journal(LOG_ERR, "cameras: a clip of number %d was not kept", clip->camera);
}
