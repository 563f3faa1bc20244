/* ivrea.conf.xml. */
#include "module.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static const char *const MAIN_CLASS = "org/ivrea/freeswitch/Launch";
static const char *const RINGING = "%(2000,4000,440,480)";
static const char *const ANY = "*";

static const char *copy(struct ivrea_settings *settings, const char *text) {
    return switch_core_strdup(settings->pool, text);
}

/* NULL for the empty text. */
static const char *given(struct ivrea_settings *settings, const char *text) {
    return zstr(text) ? NULL : copy(settings, text);
}

/* All jars of a folder: the virtual machine expands no patterns for those who start it from C. */
static const char *jars_in(struct ivrea_settings *settings, const char *folder) {
    DIR *entries = opendir(folder);
    const char *path = NULL;
    const struct dirent *entry;
    while (entries != NULL && (entry = readdir(entries)) != NULL) {
        size_t length = strlen(entry->d_name);
        if (length > 4 && !strcmp(entry->d_name + length - 4, ".jar")) {
            path = switch_core_sprintf(settings->pool, "%s%s%s/%s", path == NULL ? "" : path, path == NULL ? "" : ":",
                                       folder, entry->d_name);
        }
    }
    if (entries != NULL) {
        closedir(entries);
    }
    return path == NULL ? copy(settings, folder) : path;
}

/* A name of ours. */
struct text_setting {
    const char *name;
    size_t at;
};

static const struct text_setting TEXTS[] = {
    {"java-home", offsetof(struct ivrea_settings, java_home)},
    {"class-path", offsetof(struct ivrea_settings, class_path)},
    {"main-class", offsetof(struct ivrea_settings, main_class)},
    {"speech-engine", offsetof(struct ivrea_settings, speech_engine)},
    {"ringback", offsetof(struct ivrea_settings, ringback)},
    {"music", offsetof(struct ivrea_settings, music)},
    {"fallback-extension", offsetof(struct ivrea_settings, fallback_extension)},
    {"fallback-context", offsetof(struct ivrea_settings, fallback_context)},
    {"fallback-dialplan", offsetof(struct ivrea_settings, fallback_dialplan)},
    {"fallback-cause", offsetof(struct ivrea_settings, fallback_cause)},
};

static const struct text_setting NUMBERS[] = {
    {"max-calls", offsetof(struct ivrea_settings, limits.max_calls)},
    {"max-waiting", offsetof(struct ivrea_settings, limits.max_waiting)},
    {"max-queue-bytes", offsetof(struct ivrea_settings, limits.max_queue_bytes)},
    {"record-threshold", offsetof(struct ivrea_settings, record_threshold)},
};

static const struct text_setting TIMES[] = {
    {"busy-ms", offsetof(struct ivrea_settings, limits.busy_ms)},
    {"stuck-ms", offsetof(struct ivrea_settings, limits.stuck_ms)},
    {"linger-ms", offsetof(struct ivrea_settings, limits.linger_ms)},
};

enum { MEGABYTE = 1024 * 1024 };

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void *setting(struct ivrea_settings *settings, const struct text_setting *known, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++) {
        if (!strcmp(known[i].name, name)) {
            return (char *)settings + known[i].at;
        }
    }
    return NULL;
}

/* Numbers below 1 are passed over. */
static int64_t number(const char *name, const char *value) {
    long long read = atoll(value);
    if (read < 1) {
        switch_log_printf(SWITCH_CHANNEL_LOG, SWITCH_LOG_WARNING, "Ivrea: %s must be a number above 0, not \"%s\"\n", name,
                          value);
    }
    return read;
}

/* What is not for the module is for the runtime, which complains about names that it does not know either. */
static void set(struct ivrea_settings *settings, const char *name, const char *value) {
    void *at;
    if ((at = setting(settings, TEXTS, COUNT(TEXTS), name)) != NULL) {
        *(const char **)at = given(settings, value);
    } else if ((at = setting(settings, NUMBERS, COUNT(NUMBERS), name)) != NULL) {
        int64_t read = number(name, value);
        *(int *)at = read < 1 ? *(int *)at : (int)read;
    } else if ((at = setting(settings, TIMES, COUNT(TIMES), name)) != NULL) {
        int64_t read = number(name, value);
        *(int64_t *)at = read < 1 ? *(int64_t *)at : read;
    } else if (!strcmp(name, "runtime")) {
        settings->class_path = jars_in(settings, value);
    } else if (!strcmp(name, "say-by")) {
        settings->say_by_files = !strcmp(value, "files");
    } else if (!strcmp(name, "detect-inband-keys")) {
        settings->detect_inband = switch_true(value);
    } else if (!strcmp(name, "prompt-memory-mb")) {
        int read = atoi(value);
        settings->prompt_memory = read < 0 ? 0 : (size_t)read * MEGABYTE;
    } else if (!strcmp(name, "playback-events")) {
        settings->playback_events = switch_true(value);
    } else if (settings->pair_count < IVREA_MAX_SETTINGS) {
        settings->pairs[2 * settings->pair_count] = copy(settings, name);
        settings->pairs[2 * settings->pair_count + 1] = copy(settings, value);
        settings->pair_count++;
    }
}

static void read_lists(struct ivrea_settings *settings, switch_xml_t file) {
    switch_xml_t list = switch_xml_child(file, "jvm-options");
    for (switch_xml_t at = switch_xml_child(list, "option"); at != NULL; at = at->next) {
        if (settings->option_count < IVREA_MAX_OPTIONS) {
            settings->options[settings->option_count++] = copy(settings, switch_xml_attr_soft(at, "value"));
        }
    }
    list = switch_xml_child(file, "applications");
    for (switch_xml_t at = switch_xml_child(list, "application"); at != NULL; at = at->next) {
        if (settings->application_count < IVREA_MAX_APPLICATIONS) {
            settings->applications[settings->application_count++] = copy(settings, switch_xml_attr_soft(at, "name"));
        }
    }
    list = switch_xml_child(file, "voices");
    for (switch_xml_t at = switch_xml_child(list, "voice"); at != NULL; at = at->next) {
        if (settings->voice_count < IVREA_MAX_VOICES) {
            struct ivrea_voice *voice = &settings->voices[settings->voice_count++];
            voice->language = copy(settings, switch_xml_attr_soft(at, "language"));
            voice->engine = copy(settings, switch_xml_attr_soft(at, "engine"));
            voice->voice = copy(settings, switch_xml_attr_soft(at, "voice"));
        }
    }
}

bool ivrea_settings_read(struct ivrea_settings *settings, char *error, size_t error_size) {
    memset(settings, 0, sizeof *settings);
    switch_core_new_memory_pool(&settings->pool);
    settings->main_class = MAIN_CLASS;
    settings->ringback = RINGING;
    settings->record_threshold = 200;
    settings->prompt_memory = 32 * MEGABYTE;
    settings->limits = ivrea_default_limits;
    switch_xml_t configuration;
    switch_xml_t xml = switch_xml_open_cfg("ivrea.conf", &configuration, NULL);
    if (xml == NULL) {
        snprintf(error, error_size, "there is no configuration ivrea.conf: put ivrea.conf.xml into the folder"
                 " autoload_configs");
        ivrea_settings_free(settings);
        return false;
    }
    switch_xml_t params = switch_xml_child(configuration, "settings");
    for (switch_xml_t param = switch_xml_child(params, "param"); param != NULL; param = param->next) {
        set(settings, switch_xml_attr_soft(param, "name"), switch_xml_attr_soft(param, "value"));
    }
    read_lists(settings, configuration);
    switch_xml_free(xml);
    if (settings->class_path == NULL) {
        snprintf(error, error_size, "ivrea.conf.xml does not say where the runtime is: set \"runtime\" to the folder of its"
                 " jars");
        ivrea_settings_free(settings);
        return false;
    }
    return true;
}

void ivrea_settings_free(struct ivrea_settings *settings) {
    if (settings->pool != NULL) {
        switch_core_destroy_memory_pool(&settings->pool);
    }
}

/* "en" speaks "en-GB". */
static bool speaks(const char *voice, const char *language) {
    size_t length = strlen(voice);
    return !strncasecmp(voice, language, length) && (language[length] == '\0' || language[length] == '-');
}

const struct ivrea_voice *ivrea_settings_voice(const struct ivrea_settings *settings, const char *language) {
    const struct ivrea_voice *best = NULL;
    for (int i = 0; i < settings->voice_count; i++) {
        const struct ivrea_voice *voice = &settings->voices[i];
        bool fits = voice->language[0] == '\0' || speaks(voice->language, language);
        if (fits && (best == NULL || strlen(voice->language) > strlen(best->language))) {
            best = voice;
        }
    }
    return best;
}

bool ivrea_settings_allow(const struct ivrea_settings *settings, const char *application) {
    for (int i = 0; i < settings->application_count; i++) {
        if (!strcmp(settings->applications[i], ANY) || !strcmp(settings->applications[i], application)) {
            return true;
        }
    }
    return false;
}
