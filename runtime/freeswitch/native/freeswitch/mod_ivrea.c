/* mod_ivrea: call flows on FreeSWITCH. Loading, unloading, and what the module offers to the switch. */
#include "module.h"

#include <string.h>

#ifndef IVREA_FREESWITCH_VERSION
#error "build with make, which says for which FreeSWITCH this is"
#endif

enum { STOP_MS = 10000 };

struct ivrea_module ivrea_module;

static const char *const EVENTS[] = {"ivrea::call", "ivrea::node"};

SWITCH_MODULE_LOAD_FUNCTION(mod_ivrea_load);
SWITCH_MODULE_SHUTDOWN_FUNCTION(mod_ivrea_shutdown);
SWITCH_MODULE_DEFINITION(mod_ivrea, mod_ivrea_load, mod_ivrea_shutdown, NULL);

SWITCH_STANDARD_APP(ivrea_application) {
    ivrea_session_run(session, data);
}

SWITCH_STANDARD_API(ivrea_api) {
    return ivrea_command(cmd, session, stream);
}

/* Structures changed their layout, and causes their numbers, between minor versions, and up to 1.10.10. FreeSWITCH does
   not notice by itself. */
static bool right_version(void) {
    int built_major = 0, built_minor = 0, major = 0, minor = 0, micro = 0;
    sscanf(IVREA_FREESWITCH_VERSION, "%d.%d", &built_major, &built_minor);
    sscanf(switch_version_full(), "%d.%d.%d", &major, &minor, &micro);
    if (major != built_major || minor != built_minor) {
        switch_log_printf(SWITCH_CHANNEL_LOG, SWITCH_LOG_CRIT, "mod_ivrea was built for FreeSWITCH %d.%d, and this is %s."
                          " Install the module that was built for it\n", built_major, built_minor, switch_version_full());
        return false;
    }
    if (major == 1 && minor == 10 && micro < 10) {
        switch_log_printf(SWITCH_CHANNEL_LOG, SWITCH_LOG_CRIT, "mod_ivrea needs FreeSWITCH 1.10.10 or later, and this is"
                          " %s\n", switch_version_full());
        return false;
    }
    return true;
}

/* Starts the runtime, once in the life of the process. */
static void start_runtime(void) {
    struct ivrea_settings *settings = &ivrea_module.settings;
    struct ivrea_core *core = ivrea_core_open(&ivrea_freeswitch_host, NULL, &settings->limits, settings->pairs,
                                              settings->pair_count);
    if (core == NULL) {
        snprintf(ivrea_module.failure, sizeof ivrea_module.failure, "memory is short");
        return;
    }
    const struct ivrea_jvm_options options = {
        .home = settings->java_home,
        .class_path = settings->class_path,
        .main_class = settings->main_class,
        .options = settings->options,
        .option_count = settings->option_count,
    };
    ivrea_module.jvm = ivrea_jvm_start(&options, ivrea_core_api(core), ivrea_module.failure,
                                       sizeof ivrea_module.failure);
    if (ivrea_module.jvm != NULL) {
        ivrea_module.core = core;
        ivrea_module.failure[0] = '\0';
    }
    /* Otherwise the core stays where it is: a runtime that started half may still hold its address. */
}

static void start(void) {
    struct ivrea_settings settings;
    char error[sizeof ivrea_module.failure];
    if (!ivrea_settings_read(&settings, error, sizeof error)) {
        snprintf(ivrea_module.failure, sizeof ivrea_module.failure, "%s", error);
        switch_log_printf(SWITCH_CHANNEL_LOG, SWITCH_LOG_CRIT, "Ivrea: %s\n", error);
        return;
    }
    /* Calls may still look at the former settings, so their pool is kept. */
    ivrea_module.settings = settings;
    if (ivrea_module.core != NULL) {
        switch_log_printf(SWITCH_CHANNEL_LOG, SWITCH_LOG_NOTICE, "Ivrea: the runtime is still up and takes calls again;"
                          " its own settings are those of its start\n");
        return;
    }
    switch_time_t began = switch_micro_time_now();
    start_runtime();
    if (ivrea_module.core != NULL) {
        switch_log_printf(SWITCH_CHANNEL_LOG, SWITCH_LOG_NOTICE, "Ivrea: the runtime started in %d ms\n",
                          (int)((switch_micro_time_now() - began) / 1000));
    } else {
        switch_log_printf(SWITCH_CHANNEL_LOG, SWITCH_LOG_CRIT, "Ivrea: %s. Calls get the fallback until that is mended and"
                          " FreeSWITCH restarted\n", ivrea_module.failure);
    }
}

SWITCH_MODULE_LOAD_FUNCTION(mod_ivrea_load) {
    if (!right_version()) {
        return SWITCH_STATUS_FALSE;
    }
    for (size_t i = 0; i < sizeof EVENTS / sizeof *EVENTS; i++) {
        switch_event_reserve_subclass(EVENTS[i]);
    }
    start();
    switch_application_interface_t *app_interface;
    switch_api_interface_t *api_interface;
    *module_interface = switch_loadable_module_create_module_interface(pool, modname);
    SWITCH_ADD_APP(app_interface, "ivrea", "Runs a call flow", "Runs the call through a flow of a project",
                   ivrea_application, "FLOW [name=value...]", SAF_SUPPORT_NOMEDIA);
    SWITCH_ADD_API(api_interface, "ivrea", "Call flows", ivrea_api, IVREA_COMMANDS);
    switch_console_set_complete("add ivrea status");
    switch_console_set_complete("add ivrea flows");
    switch_console_set_complete("add ivrea calls");
    switch_console_set_complete("add ivrea reload");
    switch_console_set_complete("add ivrea trace ::console::list_uuid");
    switch_console_set_complete("add ivrea break ::console::list_uuid");
    return SWITCH_STATUS_SUCCESS;
}

/* A process can have one Java virtual machine in its life. So `unload` keeps it, and this library with it, and the next
   `load` finds it running. Only when FreeSWITCH stops is it taken down. */
SWITCH_MODULE_SHUTDOWN_FUNCTION(mod_ivrea_shutdown) {
    switch_console_set_complete("del ivrea");
    for (size_t i = 0; i < sizeof EVENTS / sizeof *EVENTS; i++) {
        switch_event_free_subclass(EVENTS[i]);
    }
    if ((switch_core_flags() & SCF_SHUTTING_DOWN) != 0 && ivrea_module.core != NULL) {
        ivrea_core_shut_down(ivrea_module.core);
        if (!ivrea_jvm_stop(ivrea_module.jvm, STOP_MS)) {
            switch_log_printf(SWITCH_CHANNEL_LOG, SWITCH_LOG_WARNING, "Ivrea: the runtime does not stop within %d s; it"
                              " ends with the process\n", STOP_MS / 1000);
        }
    }
    return SWITCH_STATUS_NOUNLOAD;
}
