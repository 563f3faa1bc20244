/* How a thread is scheduled beside those of calls, of which there are many. Free of the switch's types. */
#ifndef IVREA_SCHEDULE_H
#define IVREA_SCHEDULE_H

#include <stdbool.h>
#include <sys/types.h>

/* Before the threads of calls. */
struct ivrea_schedule {
    int policy;
    int priority; /* above 0 with a real-time policy only: that of the threads of calls */
    int nice;     /* without a real-time policy; from -20 to 19 */
};

/* Takes it from this thread, which must be one that threads of calls inherit from. */
void ivrea_schedule_open(struct ivrea_schedule *schedule);

/* Any thread, of any thread of this process; what that one starts is normal. False when the system does not allow it. */
bool ivrea_schedule_raise(const struct ivrea_schedule *schedule, pid_t thread);

/* Puts a thread to normal priority, and with it what it starts. Any thread. */
void ivrea_schedule_lower(pid_t thread);

pid_t ivrea_schedule_self(void);

#endif
