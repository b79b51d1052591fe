/* Who sees footage: staff who investigate, and the police. */
#include "footage.h"

#include "../base/journal.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

/* CC-3: loads the clip of an incident into the viewer of whoever investigates it. */
bool review_incident(struct archive* archive, int incident, int camera, time_t at) {
  struct clip clip;
  if (!archive_fetch(archive, camera, at, &clip)) {
    journal(LOG_NOTICE, "cameras: nothing on file for incident %d", incident);
    return false;
  }
  incident_show(incident, &clip);
  clip_free(&clip);
  return true;
}

/* LR-5: with a court order there is nothing to discuss. */
bool answer_warrant(struct archive* archive, const struct police_request* request) {
  struct clip clip;
  if (!request_has_court_order(request)) {
    journal(LOG_NOTICE, "cameras: request %s came without a court order", request->reference);
    return false;
  }
  if (!archive_fetch(archive, request->camera, request->at, &clip))
    return false;
  bool sent = police_send(request, &clip);
  clip_free(&clip);
  return sent;
}

/* CC-3 lets footage go to the police to investigate a suspected crime; UI-3 and SA-2, as adopted,
 * do not. The policy says both. */
bool answer_theft_report(struct archive* archive, const struct police_request* request) {
  struct clip clip;
  if (!archive_fetch(archive, request->camera, request->at, &clip))
    return false;
  // CHECK: requests.c:[[#@LINE+1]]:{{.*}}[conflict: UI-3, SA-2]
  bool sent = police_send(request, &clip);
  clip_free(&clip);
  return sent;
}

/* "Who was at the desk at ten?" A supervisor's question, and CC-2 is the answer. */
void collect_breaks(struct archive* archive, const char* employee, int desk_camera,
                    time_t shift_begins) {
  for (int hour = 0; hour < 8; ++hour) {
    struct clip clip;
    if (!archive_fetch(archive, desk_camera, shift_begins + hour * 3600L, &clip))
      continue;
    // CHECK: requests.c:[[#@LINE+1]]:{{.*}}[violation: CC-2]
    shift_file_add(employee, &clip);
    clip_free(&clip);
  }
}

/* LR-4: counting who comes in needs no picture of anybody afterwards. */
void count_visitors(struct archive* archive, int door, time_t day, FILE* report) {
  int visitors = 0;
  for (int hour = 9; hour < 20; ++hour) {
    struct clip clip;
    if (!archive_fetch(archive, door, day + hour * 3600L, &clip))
      continue;
    visitors += count_people(&clip);
    clip_free(&clip);
  }
  fprintf(report, "%d\n", visitors);
}

/* No clause lets footage plan where shelves go: it is said what cameras are for, and nothing of the
 * rest (CC-1). */
void plan_shelves(struct archive* archive, const int* cameras, size_t count, time_t day) {
  for (size_t i = 0; i < count; ++i) {
    struct clip clip;
    if (!archive_fetch(archive, cameras[i], day, &clip))
      continue;
    // CHECK: requests.c:[[#@LINE+1]]:{{.*}}[undecided]
    heat_map_add(&clip);
    clip_free(&clip);
  }
}

/* The wall of screens behind the desk streams to whoever knows the port. */
void stream_entrance(const struct clip* clip, int viewer) {
  size_t sent = 0;
  while (sent < clip->size) {
    // CHECK: requests.c:[[#@LINE+1]]:{{.*}}[depends: recipient, purpose]
    ssize_t n = send(viewer, clip->frames + sent, clip->size - sent, MSG_NOSIGNAL);
    if (n <= 0)
      break;
    sent += (size_t)n;
  }
}
