/* The live pictures: on the screen of whoever is on duty, and on others. */
#include "footage.h"

#include "../base/journal.h"

enum { SCREENS = 6, STUDY_ROOM_HOURS = 2 };

/* CC-1: one screen behind the desk, for whoever is on duty. */
void wall_refresh(struct camera* cameras, size_t count) {
  for (size_t i = 0; i < count && i < SCREENS; ++i) {
    struct frame frame;
    if (!camera_look(&cameras[i], &frame))
      continue;
    duty_screen_show((int)i, &frame);
    frame_free(&frame);
  }
}

/* CC-1: a door was opened at night, and whoever is called sees why. */
void wall_alarm(struct camera* camera, const char* door) {
  struct frame frame;
  journal(LOG_WARNING, "cameras: the door '%s' was opened", door);
  if (!camera_look(camera, &frame))
    return;
  duty_screen_show(0, &frame);
  frame_free(&frame);
}

/* CC-2: who works when is in the rota, and needs no picture. */
void wall_count_desks(const struct camera* cameras, size_t count) {
  size_t desks = 0;
  for (size_t i = 0; i < count; ++i)
    desks += cameras[i].area == AREA_DESK;
  journal(LOG_INFO, "cameras: %zu desks have one", desks);
}

/* The supervisor asked for the desk on a telephone, "to see how long the queue is". It shows how
 * long the break is (CC-2). */
void wall_to_supervisor(struct camera* desk, const char* telephone) {
  struct frame frame;
  if (!camera_look(desk, &frame))
    return;
  // CHECK: wall.c:[[#@LINE+1]]:{{.*}}video.live{{.*}}[violation: CC-2]
  supervisor_send(telephone, &frame);
  frame_free(&frame);
}

/* "Everybody may see that there are cameras": the screen in the lobby shows everybody who is in the
 * stacks (CC-1, CC-3). */
void wall_in_lobby(struct camera* cameras, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    struct frame frame;
    if (cameras[i].area != AREA_STACKS || !camera_look(&cameras[i], &frame))
      continue;
    // CHECK: wall.c:[[#@LINE+1]]:{{.*}}video.live{{.*}}public{{.*}}[violation: UI-3, SA-2]
    lobby_monitor_show(&frame);
    frame_free(&frame);
  }
}

/* A full house looks well in the newsletter. That is not what cameras are for (CC-1). */
void wall_to_newsletter(struct camera* hall) {
  struct frame frame;
  if (!camera_look(hall, &frame))
    return;
  // CHECK: wall.c:[[#@LINE+1]]:{{.*}}video.live{{.*}}public{{.*}}outreach{{.*}}[violation: UI-3, SA-2]
  newsletter_picture(&frame);
  frame_free(&frame);
}

/* CC-5: cameras are put up where the plan has no room that is private. */
bool mobile_camera_place(struct camera* camera) {
  if (camera_is_in_private_area(camera)) {
    journal(LOG_NOTICE, "cameras: none is put up at '%s'", camera->place);
    return false;
  }
  return camera_record(camera);
}

/* The warning is written, and then it records (CC-5). */
bool mobile_camera_place_with_warning(struct camera* camera) {
  if (camera_is_in_private_area(camera))
    journal(LOG_WARNING, "cameras: '%s' may be private", camera->place);
  // CHECK: wall.c:[[#@LINE+1]]:{{.*}}[violation: CC-5]
  return camera_record(camera);
}

/* One exclamation mark too few: it starts those, and only those, that must stay off (CC-5). */
void restart_after_power_cut(struct camera* cameras, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    if (!camera_is_in_private_area(&cameras[i]))
      continue;
    // CHECK: wall.c:[[#@LINE+1]]:{{.*}}[violation: CC-5]
    camera_record(&cameras[i]);
  }
}

/* CC-5: study rooms count as private while somebody has booked them. */
void follow_bookings(struct camera* camera, int hour, const int* booked, size_t count) {
  bool is_booked = false;
  for (size_t i = 0; i < count; ++i)
    is_booked |= hour >= booked[i] && hour < booked[i] + STUDY_ROOM_HOURS;
  if (!is_booked && !camera_is_in_private_area(camera))
    camera_record(camera);
}
