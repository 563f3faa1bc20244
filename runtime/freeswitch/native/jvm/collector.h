/* The thread of the virtual machine that collects garbage while all others stand still. */
#ifndef IVREA_COLLECTOR_H
#define IVREA_COLLECTOR_H

#include "schedule.h"

/* Puts it before the threads of calls, if the system allows it, as all calls wait for it meanwhile. Once the machine is up.
   Collectors that work with several threads keep the others at normal priority. */
void ivrea_collector_raise(const struct ivrea_schedule *schedule);

#endif
