#define _GNU_SOURCE
#include "collector.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* HotSpot's own name for it. */
static const char NAME[] = "VM Thread\n";

static bool is_collector(const char *thread) {
    char path[64];
    char name[32] = "";
    snprintf(path, sizeof path, "/proc/self/task/%.16s/comm", thread);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return false;
    }
    bool read = fgets(name, sizeof name, file) != NULL;
    fclose(file);
    return read && strcmp(name, NAME) == 0;
}

void ivrea_collector_raise(const struct ivrea_schedule *schedule) {
    DIR *threads = opendir("/proc/self/task");
    if (threads == NULL) {
        return;
    }
    for (struct dirent *thread = readdir(threads); thread != NULL; thread = readdir(threads)) {
        if (is_collector(thread->d_name)) {
            ivrea_schedule_raise(schedule, (pid_t)strtol(thread->d_name, NULL, 10));
        }
    }
    closedir(threads);
}
