/* Starts the Java virtual machine in this process and hands it the interface of ivrea.h. No FreeSWITCH in here. */
#ifndef IVREA_JVM_H
#define IVREA_JVM_H

#include <stdbool.h>
#include <stddef.h>

#include "ivrea.h"

struct ivrea_jvm;

struct ivrea_jvm_options {
    /* A JDK or JRE of version 25 or later, its libjvm.so, or NULL: JAVA_HOME, then the usual places. */
    const char *home;
    /* Jars and folders, parted by colons. */
    const char *class_path;
    /* With a method `public static void start(long api)`, such as org/ivrea/freeswitch/Launch. It starts the runtime and
       returns at once; `api` is the address of a struct ivrea_api. */
    const char *main_class;
    /* Further options, such as "-Xmx256m"; a wrong one is an error. */
    const char *const *options;
    int option_count;
};

/* Blocks until the runtime's `start` has returned. NULL when that did not work; `error` then says why, and what to do.
   A process can have one virtual machine in its life, and it outlives this library: never unload it.

   Signals are left to the host (-Xrs). The machine's threads run at normal priority, whatever the caller's,
   but for the one that collects garbage: see collector.h. */
struct ivrea_jvm *ivrea_jvm_start(const struct ivrea_jvm_options *options, const struct ivrea_api *api, char *error,
                                  size_t error_size);

/* Waits until all threads of the runtime that are no daemons have ended, then takes the virtual machine down. To be
   called when next() has returned CLOSED, or at the process's end. False after timeout_ms: it is left as it is. */
bool ivrea_jvm_stop(struct ivrea_jvm *jvm, int timeout_ms);

#endif
