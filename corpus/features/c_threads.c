/* Threads, and what is only registered: they see what is stored until they have ended. */
#include "library_c.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct job {
  char text[64];
  struct job* next;
};

struct queue {
  struct job* head;
  pthread_mutex_t mutex;
  int is_done;
  char last[64];
};

static void put(struct queue* queue, const char* text) {
  struct job* job = malloc(sizeof *job);
  strcpy(job->text, text);
  pthread_mutex_lock(&queue->mutex);
  job->next = queue->head;
  queue->head = job;
  pthread_mutex_unlock(&queue->mutex);
}

static void* work(void* argument) {
  struct queue* queue = argument;
  while (!queue->is_done) {
    pthread_mutex_lock(&queue->mutex);
    struct job* job = queue->head;
    if (job) {
      queue->head = job->next;
      send_text(job->text); /* FLOW */
      strcpy(queue->last, job->text);
      free(job);
    }
    pthread_mutex_unlock(&queue->mutex);
  }
  return NULL;
}

static char pending[64];

static void* watch(void* unused) { /* never returns */
  (void)unused;
  for (;;)
    if (pending[0])
      send_text(pending); /* FLOW */
}

static char left[64];

static void leave(void) {
  send_text(left); /* FLOW */
}

static void* once(void* text) {
  send_text(text); /* NO-FLOW */
  return text;
}

int main(void) {
  struct queue queue = {0};
  pthread_t worker, watcher, other;
  pthread_create(&worker, NULL, work, &queue);
  pthread_create(&watcher, NULL, watch, NULL);
  put(&queue, entered_name());
  queue.is_done = 1;
  pthread_join(worker, NULL);
  send_text(queue.last); /* FLOW */
  strcpy(pending, entered_name());
  atexit(leave);
  strcpy(left, entered_name());
  char early[64] = "";
  pthread_create(&other, NULL, once, early);
  pthread_join(other, NULL);
  strcpy(early, entered_name());
  return 0;
}
