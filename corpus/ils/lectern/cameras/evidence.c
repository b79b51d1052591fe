/* Clips that are copied out of the archive: for an investigation, for an insurance, for a copy. */
#include "footage.h"

#include "../base/journal.h"

#include <string.h>

enum { DAY = 24 * 3600, EVIDENCE_DAYS = 30, INSURANCE_DAYS = 90, TAPE_WEEKS = 26 };

/* CC-3: a member of staff looks into what happened at the door. */
bool evidence_show(struct archive* archive, int incident, int camera, time_t at) {
  struct clip clip;
  if (!archive_fetch(archive, camera, at, &clip))
    return false;
  incident_show(incident, &clip);
  clip_free(&clip);
  return true;
}

/* CC-3, LR-5: the police take it away, with the order of a court. */
size_t evidence_hand_over(struct archive* archive, const struct police_request* requests,
                          size_t count) {
  size_t handed = 0;
  for (size_t i = 0; i < count; ++i) {
    struct clip clip;
    if (!request_has_court_order(&requests[i]) ||
        !archive_fetch(archive, requests[i].camera, requests[i].at, &clip))
      continue;
    handed += police_send(&requests[i], &clip);
    clip_free(&clip);
  }
  return handed;
}

/* "Does anybody know this man?" Staff and the police may see it, and not everybody (CC-3). */
void evidence_publish(struct archive* archive, int camera, time_t at) {
  struct clip clip;
  if (!archive_fetch(archive, camera, at, &clip))
    return;
  // CHECK: evidence.c:[[#@LINE+1]]:{{.*}}video.footage{{.*}}public{{.*}}[violation: UI-3, SA-2]
  social_page_post("Does anybody know who this is?", &clip);
  clip_free(&clip);
}

/* A car was scratched, and its insurer wants the car park. It is neither staff nor police (CC-3).
 */
void evidence_for_insurer(struct archive* archive, const char* insurer, int camera, time_t day) {
  for (int hour = 8; hour < 20; ++hour) {
    struct clip clip;
    if (!archive_fetch(archive, camera, day + hour * 3600L, &clip))
      continue;
    // CHECK: evidence.c:[[#@LINE+1]]:{{.*}}video.footage{{.*}}third-party.other{{.*}}[violation: UI-3, SA-2]
    courier_send(insurer, &clip);
    clip_free(&clip);
  }
}

/* A staff meeting about "how we greet people", with footage of how one of us does not (CC-2). */
void evidence_for_training(struct archive* archive, const char* employee, int camera, time_t at) {
  struct clip clip;
  if (!archive_fetch(archive, camera, at, &clip))
    return;
  // CHECK: evidence.c:[[#@LINE+1]]:{{.*}}[violation: CC-2]
  shift_file_add(employee, &clip);
  clip_free(&clip);
}

/* CC-2: somebody was hurt at the desk. What is looked into is the accident, and not the work. */
void evidence_of_accident(struct archive* archive, int incident, int desk_camera, time_t at) {
  struct clip clip;
  if (!archive_fetch(archive, desk_camera, at, &clip))
    return;
  incident_show(incident, &clip);
  clip_free(&clip);
}

/* CC-2: money is missing from the till. That is a suspected crime, whoever it was. */
void evidence_of_theft(struct archive* archive, int incident, int till_camera, time_t counted) {
  struct clip clip;
  if (!archive_fetch(archive, till_camera, counted, &clip))
    return;
  incident_show(incident, &clip);
  clip_free(&clip);
}

/* A student counts how long people look at shelves. No clause lets footage be studied (CC-1). */
void evidence_for_study(struct archive* archive, const int* cameras, size_t count, time_t day) {
  for (size_t i = 0; i < count; ++i) {
    struct clip clip;
    if (!archive_fetch(archive, cameras[i], day, &clip))
      continue;
    // CHECK: evidence.c:[[#@LINE+1]]:{{.*}}for research{{.*}}[undecided]
    study_disk_add(&clip);
    clip_free(&clip);
  }
}

/* CC-4: a copy is kept no longer than the clip that it is of. */
void evidence_keep(struct archive* archive, const struct clip* clip, time_t now) {
  int age = (int)((now - clip->begins) / DAY);
  if (age < EVIDENCE_DAYS && !archive_keep(archive, clip, EVIDENCE_DAYS))
    journal(LOG_ERR, "cameras: evidence of number %d was not kept", clip->camera);
}

/* "Claims come in for three months." CC-4 has no exception for claims. */
void evidence_keep_for_claims(struct archive* archive, const struct clip* clip) {
  // CHECK: evidence.c:[[#@LINE+1]]:{{.*}}[violation: CC-4-limit]
  if (!archive_keep(archive, clip, INSURANCE_DAYS))
    journal(LOG_ERR, "cameras: evidence of number %d was not kept", clip->camera);
}

/* The copy on tape goes round every half year, and so the archive that deletes itself comes back
 * from the shelf (CC-4). */
void evidence_to_tape(struct tape* tape, const struct clip* clips, size_t count) {
  for (size_t i = 0; i < count; ++i)
    // CHECK: evidence.c:[[#@LINE+1]]:{{.*}}[violation: CC-4-limit]
    tape_write(tape, &clips[i], 7 * TAPE_WEEKS);
}

/* CC-4: tapes that go round every four weeks. */
void evidence_to_short_tape(struct tape* tape, const struct clip* clips, size_t count) {
  for (size_t i = 0; i < count; ++i)
    tape_write(tape, &clips[i], 28);
}
