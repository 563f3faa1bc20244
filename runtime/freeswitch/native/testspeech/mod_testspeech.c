/* Stands in for a speech recognition in tests: whoever is loud and then silent has said what the channel variable
 * asr_json_param_says holds, in the engine's own form. Goes by the audio's time alone. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <switch.h>

enum { LOUD = 400, BEGINS_MS = 60, USUAL_SILENCE_MS = 700 };

struct recognizer {
    switch_memory_pool_t *pool;
    const char *says;
    int64_t voice_ms;
    int64_t silence_ms;
    int64_t ending_ms; /* silence that ends speech */
    bool begun;
    bool told_begin;
    bool told_result;
};

SWITCH_MODULE_LOAD_FUNCTION(mod_testspeech_load);
SWITCH_MODULE_DEFINITION(mod_testspeech, mod_testspeech_load, NULL, NULL);

static switch_status_t open_recognizer(switch_asr_handle_t *handle, const char *codec, int rate, const char *to,
                                       switch_asr_flag_t *flags) {
    (void)codec;
    (void)rate;
    (void)to;
    (void)flags;
    struct recognizer *recognizer = switch_core_alloc(handle->memory_pool, sizeof *recognizer);
    recognizer->pool = handle->memory_pool;
    recognizer->says = "";
    recognizer->ending_ms = USUAL_SILENCE_MS;
    handle->private_info = recognizer;
    return SWITCH_STATUS_SUCCESS;
}

static switch_status_t close_recognizer(switch_asr_handle_t *handle, switch_asr_flag_t *flags) {
    (void)flags;
    switch_set_flag(handle, SWITCH_ASR_FLAG_CLOSED);
    return SWITCH_STATUS_SUCCESS;
}

static switch_status_t load_grammar(switch_asr_handle_t *handle, const char *grammar, const char *name) {
    (void)handle;
    (void)name;
    return strcmp(grammar, "nonsense") ? SWITCH_STATUS_SUCCESS : SWITCH_STATUS_FALSE;
}

static switch_status_t unload_grammar(switch_asr_handle_t *handle, const char *name) {
    (void)handle;
    (void)name;
    return SWITCH_STATUS_SUCCESS;
}

/* Listens anew, or not any more. */
static switch_status_t restart(switch_asr_handle_t *handle) {
    struct recognizer *recognizer = handle->private_info;
    recognizer->voice_ms = 0;
    recognizer->silence_ms = 0;
    recognizer->begun = recognizer->told_begin = recognizer->told_result = false;
    return SWITCH_STATUS_SUCCESS;
}

static switch_status_t feed(switch_asr_handle_t *handle, void *data, unsigned int bytes, switch_asr_flag_t *flags) {
    (void)flags;
    struct recognizer *recognizer = handle->private_info;
    const int16_t *samples = data;
    int64_t count = bytes / sizeof *samples;
    int64_t sum = 0;
    for (int64_t i = 0; i < count; i++) {
        sum += samples[i] < 0 ? -samples[i] : samples[i];
    }
    int64_t ms = handle->native_rate == 0 ? 20 : count * 1000 / handle->native_rate;
    if (count > 0 && sum / count > LOUD) {
        recognizer->voice_ms += ms;
        recognizer->silence_ms = 0;
        recognizer->begun = recognizer->begun || recognizer->voice_ms >= BEGINS_MS;
    } else {
        recognizer->silence_ms += ms;
    }
    return SWITCH_STATUS_SUCCESS;
}

static bool result_there(const struct recognizer *recognizer) {
    return recognizer->begun && !recognizer->told_result && recognizer->silence_ms >= recognizer->ending_ms;
}

static switch_status_t check_results(switch_asr_handle_t *handle, switch_asr_flag_t *flags) {
    (void)flags;
    struct recognizer *recognizer = handle->private_info;
    bool begins = recognizer->begun && !recognizer->told_begin;
    return begins || result_there(recognizer) ? SWITCH_STATUS_SUCCESS : SWITCH_STATUS_BREAK;
}

static switch_status_t get_results(switch_asr_handle_t *handle, char **result, switch_asr_flag_t *flags) {
    (void)flags;
    struct recognizer *recognizer = handle->private_info;
    if (!recognizer->told_begin) {
        recognizer->told_begin = true;
        return SWITCH_STATUS_BREAK;
    }
    recognizer->told_result = true;
    *result = strdup(recognizer->says);
    return SWITCH_STATUS_SUCCESS;
}

static void text_param(switch_asr_handle_t *handle, char *name, const char *value) {
    struct recognizer *recognizer = handle->private_info;
    if (!strcmp(name, "says")) {
        recognizer->says = switch_core_strdup(recognizer->pool, value);
    } else if (!strcmp(name, "speech-timeout")) {
        recognizer->ending_ms = atoi(value);
    }
}

SWITCH_MODULE_LOAD_FUNCTION(mod_testspeech_load) {
    *module_interface = switch_loadable_module_create_module_interface(pool, modname);
    switch_asr_interface_t *engine = switch_loadable_module_create_interface(*module_interface, SWITCH_ASR_INTERFACE);
    engine->interface_name = "testspeech";
    engine->asr_open = open_recognizer;
    engine->asr_load_grammar = load_grammar;
    engine->asr_unload_grammar = unload_grammar;
    engine->asr_close = close_recognizer;
    engine->asr_feed = feed;
    engine->asr_pause = restart;
    engine->asr_resume = restart;
    engine->asr_check_results = check_results;
    engine->asr_get_results = get_results;
    engine->asr_text_param = text_param;
    return SWITCH_STATUS_SUCCESS;
}
