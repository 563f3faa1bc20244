/* Who has a seat in which queue. */
#include "seats.h"

#include <pthread.h>
#include <string.h>

static struct {
    pthread_mutex_t lock;
    struct ivrea_seat *first;
} seats = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* Whoever the queue lists and has no seat with that uuid waits without one, such as a caller of the dialplan's; or has one
   and is not known yet. */
static enum ivrea_seat_answer answer(const char *queue, int64_t room, const char *waiting, int count) {
    int64_t known = 0;
    int64_t unknown = 0;
    int64_t others = count;
    for (const struct ivrea_seat *seat = seats.first; seat != NULL; seat = seat->next) {
        if (strcmp(seat->queue, queue) == 0) {
            known += seat->uuid != NULL;
            unknown += seat->uuid == NULL;
            others -= seat->uuid != NULL && strstr(waiting, seat->uuid) != NULL;
        }
    }
    if (known + unknown + others < room) {
        return IVREA_SEAT_TAKEN;
    }
    return known + (unknown > others ? unknown : others) >= room ? IVREA_SEAT_FULL : IVREA_SEAT_PERHAPS;
}

enum ivrea_seat_answer ivrea_seat_take(struct ivrea_seat *seat, const char *queue, int64_t room, const char *waiting,
                                       int count) {
    pthread_mutex_lock(&seats.lock);
    enum ivrea_seat_answer given = answer(queue, room, waiting, count);
    if (given == IVREA_SEAT_TAKEN) {
        *seat = (struct ivrea_seat){.next = seats.first, .queue = queue};
        seats.first = seat;
    }
    pthread_mutex_unlock(&seats.lock);
    return given;
}

void ivrea_seat_known(struct ivrea_seat *seat, const char *uuid) {
    pthread_mutex_lock(&seats.lock);
    seat->uuid = uuid;
    pthread_mutex_unlock(&seats.lock);
}

void ivrea_seat_leave(struct ivrea_seat *seat) {
    pthread_mutex_lock(&seats.lock);
    struct ivrea_seat **at = &seats.first;
    while (*at != seat) {
        at = &(*at)->next;
    }
    *at = seat->next;
    pthread_mutex_unlock(&seats.lock);
}
