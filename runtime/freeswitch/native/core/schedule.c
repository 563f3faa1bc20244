#define _GNU_SOURCE
#include "schedule.h"

#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Ten levels are nine times the share of one thread. */
enum { LEVELS = 10, HIGHEST = -20 };

void ivrea_schedule_open(struct ivrea_schedule *schedule) {
    struct sched_param param = {0};
    sched_getparam(0, &param);
    schedule->policy = sched_getscheduler(0);
    schedule->priority = param.sched_priority;
    int nice = getpriority(PRIO_PROCESS, 0) - LEVELS;
    schedule->nice = nice < HIGHEST ? HIGHEST : nice;
}

bool ivrea_schedule_raise(const struct ivrea_schedule *schedule, pid_t thread) {
    struct sched_param param = {.sched_priority = schedule->priority};
    return sched_setscheduler(thread, schedule->policy | SCHED_RESET_ON_FORK, &param) == 0
        && (schedule->priority > 0 || setpriority(PRIO_PROCESS, (id_t)thread, schedule->nice) == 0);
}

void ivrea_schedule_lower(pid_t thread) {
    struct sched_param normal = {.sched_priority = 0};
    sched_setscheduler(thread, SCHED_OTHER | SCHED_RESET_ON_FORK, &normal);
    setpriority(PRIO_PROCESS, (id_t)thread, 0);
}

pid_t ivrea_schedule_self(void) {
    return (pid_t)syscall(SYS_gettid);
}
