/* Room in queues that take only so many: who has a seat is known before the queue itself knows of the caller, so that two
 * who come at the same moment do not both get the last one. Free of the switch's types. */
#ifndef IVREA_SEATS_H
#define IVREA_SEATS_H

#include <stdint.h>

/* Of one who waits, or is about to. It belongs to the caller's thread, the texts too. */
struct ivrea_seat {
    struct ivrea_seat *next;
    const char *queue;
    const char *uuid; /* by which the queue lists it; NULL until that is known */
};

enum ivrea_seat_answer {
    IVREA_SEAT_TAKEN,
    IVREA_SEAT_FULL,
    IVREA_SEAT_PERHAPS /* it depends on those who are just about to wait: ask again */
};

/* Any thread. Takes a seat if fewer than `room` wait. `waiting`: the uuids that the queue lists, with anything in between;
   `count`: how many. leave() must follow, if it was taken. */
enum ivrea_seat_answer ivrea_seat_take(struct ivrea_seat *seat, const char *queue, int64_t room, const char *waiting,
                                       int count);
void ivrea_seat_known(struct ivrea_seat *seat, const char *uuid);
void ivrea_seat_leave(struct ivrea_seat *seat);

#endif
