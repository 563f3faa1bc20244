/* Collecting speech by whichever engine is loaded. */
#include "module.h"

#include <stdlib.h>
#include <string.h>

enum { LOOK_MS = 20 };

struct listening {
    const char *engine;
    const char *grammar;
    int64_t no_input_ms;
    int64_t end_silence_ms;
    int64_t max_ms;
};

static bool engine_there(const char *engine) {
    switch_asr_interface_t *found = switch_loadable_module_get_asr_interface(engine);
    if (found != NULL) {
        UNPROTECT_INTERFACE(found);
    }
    return found != NULL;
}

/* The text inside the first element of the name, without its own elements. "" when there is none. */
static const char *element(struct ivrea_session *session, const char *xml, const char *name) {
    const char *open = switch_core_session_sprintf(session->session, "<%s", name);
    const char *at = strstr(xml, open);
    const char *begin = at == NULL ? NULL : strchr(at, '>');
    const char *end = begin == NULL ? NULL : strchr(begin + 1, '<');
    return end == NULL ? ""
        : switch_core_session_sprintf(session->session, "%.*s", (int)(end - begin - 1), begin + 1);
}

/* confidence="0.9" or confidence="90" */
static double confidence_of(const char *xml) {
    const char *at = strstr(xml, "confidence=\"");
    double value = at == NULL ? 1 : atof(at + strlen("confidence=\""));
    return value > 1 ? value / 100 : value;
}

/* What an engine says: NLSML, or plain text. */
static const char *text_of(struct ivrea_session *session, const char *body) {
    if (*body != '<') {
        return body;
    }
    const char *text = element(session, body, "input");
    return *text != '\0' ? text : element(session, body, "interpretation");
}

/* The engine's result, NULL when there is none now. `begun` becomes true when speech begins. */
static const char *result(struct ivrea_session *session, bool *begun) {
    switch_event_t *event = NULL;
    const char *body = NULL;
    while (body == NULL && switch_core_session_dequeue_event(session->session, &event, SWITCH_FALSE)
           == SWITCH_STATUS_SUCCESS) {
        const char *type = switch_event_get_header(event, "Speech-Type");
        if (event->event_id == SWITCH_EVENT_DETECTED_SPEECH && type != NULL) {
            *begun = *begun || !strcasecmp(type, "begin-speaking");
            if (!strcasecmp(type, "detected-speech")) {
                body = switch_core_session_strdup(session->session, switch_str_nil(switch_event_get_body(event)));
            }
        }
        switch_event_destroy(&event);
    }
    return body;
}

static void write_result(struct ivrea_session *session, struct ivrea_writer *out, const char *body, bool begun) {
    char confidence[32] = "0";
    const char *text = body == NULL ? "" : text_of(session, body);
    if (*text != '\0') {
        snprintf(confidence, sizeof confidence, "%.3f", confidence_of(body));
    }
    ivrea_write_text(out, *text != '\0' ? "speech" : begun || body != NULL ? "no-match" : "no-input");
    ivrea_write_text(out, text);
    ivrea_write_text(out, confidence);
}

static enum ivrea_status listen_until_said(struct ivrea_session *session, const struct listening *listening,
                                           struct ivrea_reader *prompt, struct ivrea_writer *out) {
    enum ivrea_status status = ivrea_call_play_list(session->call, prompt, 0, NULL, -1, NULL);
    bool begun = false;
    const char *body = result(session, &begun);
    switch_ivr_detect_speech_start_input_timers(session->session);
    int64_t began = ivrea_call_now(session->call);
    while (status == IVREA_STATUS_DONE && body == NULL) {
        int64_t now = ivrea_call_now(session->call);
        if (now >= began + (begun ? listening->no_input_ms + listening->max_ms : listening->no_input_ms)) {
            break;
        }
        status = ivrea_call_wait(session->call, now + LOOK_MS, NULL, NULL);
        body = result(session, &begun);
    }
    if (status == IVREA_STATUS_DONE) {
        write_result(session, out, body, begun);
    }
    return status;
}

static void tell(struct ivrea_session *session, const char *name, int64_t value) {
    char text[24];
    snprintf(text, sizeof text, "%lld", (long long)value);
    switch_ivr_set_param_detect_speech(session->session, name, text);
}

enum ivrea_status ivrea_listen(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    ivrea_read_text(in); /* barge-in: the core's business */
    const char *engine = ivrea_read_text(in);
    const char *grammar = ivrea_read_text(in);
    const char *language = ivrea_read_text(in);
    struct listening listening = {.no_input_ms = ivrea_read_int(in)};
    listening.end_silence_ms = ivrea_read_int(in);
    listening.max_ms = ivrea_read_int(in);
    ivrea_read_bool(in); /* keys too: the core's business */
    ivrea_skip_fields(in, ivrea_read_count(in));
    listening.engine = *engine == '\0' ? ivrea_module.settings.speech_engine : engine;
    listening.grammar = *grammar == '\0' ? "builtin:speech/transcribe" : grammar;
    if (listening.engine == NULL || !engine_there(listening.engine)) {
        return ivrea_fail(session, "module-missing", "No speech recognition \"%s\" is loaded; load its module, and name it"
                          " in ivrea.conf.xml", switch_str_nil(listening.engine));
    }
    switch_channel_set_variable(session->channel, "detect_speech_language", language);
    if (switch_ivr_detect_speech(session->session, listening.engine, listening.grammar, "", "", NULL)
        != SWITCH_STATUS_SUCCESS) {
        return ivrea_fail(session, "speech-failed", "The speech recognition \"%s\" does not take the grammar \"%s\"",
                          listening.engine, listening.grammar);
    }
    tell(session, "no-input-timeout", listening.no_input_ms);
    tell(session, "speech-timeout", listening.end_silence_ms);
    tell(session, "recognition-timeout", listening.max_ms);
    enum ivrea_status status = listen_until_said(session, &listening, in, out);
    switch_ivr_stop_detect_speech(session->session);
    return status;
}
