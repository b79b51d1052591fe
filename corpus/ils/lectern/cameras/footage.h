/* Cameras, what they record, and who gets to see it. */
#ifndef LECTERN_CAMERAS_FOOTAGE_H
#define LECTERN_CAMERAS_FOOTAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

enum area { AREA_ENTRANCE, AREA_STACKS, AREA_DESK, AREA_CHILDREN, AREA_RESTROOM };

struct camera {
  int number;
  char place[64];
  enum area area;
  int descriptor; /* of the stream */
};

struct clip {
  int camera;
  time_t begins;
  unsigned char* frames;
  size_t size;
};

/* Restrooms, the lactation room, the changing table: where people expect privacy. */
bool camera_is_in_private_area(const struct camera* camera);

/* Starts to record what the camera sees. */
bool camera_record(struct camera* camera);

struct archive;

/* Keeps a clip for so many days; what is older is deleted as new footage comes in. */
bool archive_keep(struct archive* archive, const struct clip* clip, int days);
bool archive_fetch(struct archive* archive, int camera, time_t at, struct clip* clip);
void clip_free(struct clip* clip);

/* Shows a clip to the member of staff who investigates an incident. */
void incident_show(int incident, const struct clip* clip);

/* Adds a clip to the file that the supervisor goes through with an employee. */
void shift_file_add(const char* employee, const struct clip* clip);

/* A request of the police, and the answer to it. */
struct police_request {
  char reference[32];
  char officer[64];
  int camera;
  time_t at;
  bool warrant_attached;
};
bool request_has_court_order(const struct police_request* request);
bool police_send(const struct police_request* request, const struct clip* clip);

/* What a camera sees at this moment, on the screen of whoever is on duty, on the supervisor's
 * telephone, and on the monitor in the lobby. */
struct frame {
  unsigned char* pixels;
  int width, height;
};
bool camera_look(struct camera* camera, struct frame* frame);
void frame_free(struct frame* frame);
void duty_screen_show(int screen, const struct frame* frame);
void supervisor_send(const char* telephone, const struct frame* frame);
void lobby_monitor_show(const struct frame* frame);

/* The picture on top of the newsletter. */
void newsletter_picture(const struct frame* frame);

/* Copies that leave the archive. A tape is written over after so many days. */
struct tape;
bool tape_write(struct tape* tape, const struct clip* clip, int days);
void courier_send(const char* to, const struct clip* clip);
void social_page_post(const char* text, const struct clip* clip);

/* The disk of a student who works here and studies how people use the building. */
void study_disk_add(const struct clip* clip);

/* How many people the frames show; the frames are not kept. */
int count_people(const struct clip* clip);

/* Draws where people stand in the building, for those who plan where shelves go. */
void heat_map_add(const struct clip* clip);

#endif
