/* The thread that takes records and runs the flows: one at a time, for which all calls wait. With no more than its fair
 * share it is the first to fall behind when the processors are nearly full, so it goes before the threads of calls. */
#ifndef IVREA_LEADER_H
#define IVREA_LEADER_H

#include <stdatomic.h>

#include "schedule.h"

struct ivrea_leader {
    struct ivrea_schedule schedule;
    _Atomic pid_t thread; /* 0: none */
    atomic_bool refused;  /* the system did not allow it */
};

/* On a thread that threads of calls inherit from. */
void ivrea_leader_open(struct ivrea_leader *leader);

/* Raises this thread when it was not the leader yet, and lowers the one before it, as that may be in an endless loop. Any
   thread. Returns false once, when the system does not allow it. */
bool ivrea_leader_take(struct ivrea_leader *leader);

#endif
