#define _GNU_SOURCE
#include "schedule.h"

#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Ten levels are nine times the share of one thread. */
enum { LEVELS = 10, HIGHEST = -20 };

static _Thread_local const struct ivrea_schedule *led;

void ivrea_schedule_open(struct ivrea_schedule *schedule) {
    struct sched_param param = {0};
    sched_getparam(0, &param);
    schedule->policy = sched_getscheduler(0);
    schedule->priority = param.sched_priority;
    int nice = getpriority(PRIO_PROCESS, 0) - LEVELS;
    schedule->nice = nice < HIGHEST ? HIGHEST : nice;
    atomic_init(&schedule->leader, 0);
    atomic_init(&schedule->refused, false);
}

static void be_normal(pid_t thread) {
    struct sched_param normal = {.sched_priority = 0};
    sched_setscheduler(thread, SCHED_OTHER | SCHED_RESET_ON_FORK, &normal);
    setpriority(PRIO_PROCESS, (id_t)thread, 0);
}

bool ivrea_schedule_raise(const struct ivrea_schedule *schedule, pid_t thread) {
    struct sched_param param = {.sched_priority = schedule->priority};
    return sched_setscheduler(thread, schedule->policy | SCHED_RESET_ON_FORK, &param) == 0
        && (schedule->priority > 0 || setpriority(PRIO_PROCESS, (id_t)thread, schedule->nice) == 0);
}

bool ivrea_schedule_lead(struct ivrea_schedule *schedule) {
    if (led == schedule) {
        return true;
    }
    led = schedule;
    pid_t self = (pid_t)syscall(SYS_gettid);
    pid_t former = atomic_exchange(&schedule->leader, self);
    if (former != 0 && former != self) {
        be_normal(former);
    }
    return ivrea_schedule_raise(schedule, self) || atomic_exchange(&schedule->refused, true);
}
