/* How the threads are scheduled that all calls wait for: the one that runs the flows, and the one that collects garbage
 * meanwhile. They compete with a thread for each call: with no more than a fair share they are the first to fall behind
 * when the processors are nearly full. Free of the switch's types. */
#ifndef IVREA_SCHEDULE_H
#define IVREA_SCHEDULE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <sys/types.h>

struct ivrea_schedule {
    int policy;   /* the threads of calls have it */
    int priority; /* above 0 with a real-time policy only */
    int nice;     /* for the raised ones, from -20 to 19; without a real-time policy */
    _Atomic pid_t leader; /* that runs the flows now; 0: none */
    atomic_bool refused;  /* the system did not allow it */
};

/* Takes it from this thread, which must be one that threads of calls inherit from. */
void ivrea_schedule_open(struct ivrea_schedule *schedule);

/* Puts a thread of this process before those of calls; what it starts is normal. False when the system does not allow it. */
bool ivrea_schedule_raise(const struct ivrea_schedule *schedule, pid_t thread);

/* Raises this thread, when it is not yet the one that runs the flows, and puts the one before it back to what is normal, as
   that may be in an endless loop. Any thread. Returns false once, when the system does not allow it. */
bool ivrea_schedule_lead(struct ivrea_schedule *schedule);

#endif
