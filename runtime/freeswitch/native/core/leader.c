#include "leader.h"

/* What this thread has been the leader of. */
static _Thread_local const struct ivrea_leader *led;

void ivrea_leader_open(struct ivrea_leader *leader) {
    ivrea_schedule_open(&leader->schedule);
    atomic_init(&leader->thread, 0);
    atomic_init(&leader->refused, false);
}

bool ivrea_leader_take(struct ivrea_leader *leader) {
    if (led == leader) {
        return true;
    }
    led = leader;
    pid_t self = ivrea_schedule_self();
    pid_t former = atomic_exchange(&leader->thread, self);
    if (former != 0 && former != self) {
        ivrea_schedule_lower(former);
    }
    return ivrea_schedule_raise(&leader->schedule, self) || atomic_exchange(&leader->refused, true);
}
