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

/* ----------------------------------------------------------------------------------------------------------- result */

struct heard {
    const char *text; /* "" for nothing that was understood */
    double confidence;
};

/* The text inside the first element of the name, without its own elements. "" when there is none. */
static const char *element(struct ivrea_session *session, const char *xml, const char *name) {
    const char *open = switch_core_session_sprintf(session->session, "<%s", name);
    const char *at = strstr(xml, open);
    const char *begin = at == NULL ? NULL : strchr(at, '>');
    const char *end = begin == NULL ? NULL : strchr(begin + 1, '<');
    return end == NULL ? ""
        : switch_core_session_sprintf(session->session, "%.*s", (int)(end - begin - 1), begin + 1);
}

/* NLSML, with confidence="0.9" or confidence="90". */
static struct heard heard_xml(struct ivrea_session *session, const char *xml) {
    const char *at = strstr(xml, "confidence=\"");
    struct heard heard = {element(session, xml, "input"), at == NULL ? 1 : atof(at + strlen("confidence=\""))};
    if (*heard.text == '\0') {
        heard.text = element(session, xml, "interpretation");
    }
    return heard;
}

/* An object with "text" and "confidence". */
static struct heard heard_json(struct ivrea_session *session, const char *body) {
    struct heard heard = {"", 1};
    cJSON *json = cJSON_Parse(body);
    const char *text = json == NULL ? NULL : cJSON_GetObjectCstr(json, "text");
    const cJSON *confidence = json == NULL ? NULL : cJSON_GetObjectItem(json, "confidence");
    heard.text = text == NULL ? "" : switch_core_session_strdup(session->session, text);
    if (cJSON_IsNumber(confidence)) {
        heard.confidence = confidence->valuedouble;
    }
    cJSON_Delete(json);
    return heard;
}

/* What an engine says: NLSML, JSON, or plain text. */
static struct heard heard(struct ivrea_session *session, const char *body) {
    struct heard heard = *body == '<' ? heard_xml(session, body)
        : *body == '{' ? heard_json(session, body)
        : (struct heard){body, 1};
    if (heard.confidence > 1) {
        heard.confidence /= 100;
    }
    return heard;
}

void ivrea_speech_event(struct ivrea_session *session, switch_event_t *event) {
    const char *type = switch_event_get_header(event, "Speech-Type");
    if (event->event_id != SWITCH_EVENT_DETECTED_SPEECH || type == NULL) {
        return;
    }
    session->speaks = session->speaks || !strcasecmp(type, "begin-speaking");
    if (session->said == NULL && !strcasecmp(type, "detected-speech")) {
        session->said = switch_core_session_strdup(session->session, switch_str_nil(switch_event_get_body(event)));
    }
}

/* Takes what the recognition has said since. */
static void take_events(struct ivrea_session *session) {
    switch_event_t *event = NULL;
    while (session->said == NULL
           && switch_core_session_dequeue_event(session->session, &event, SWITCH_FALSE) == SWITCH_STATUS_SUCCESS) {
        ivrea_speech_event(session, event);
        switch_event_destroy(&event);
    }
}

/* What is left of another time. */
static void forget(struct ivrea_session *session) {
    switch_event_t *event = NULL;
    while (switch_core_session_dequeue_event(session->session, &event, SWITCH_FALSE) == SWITCH_STATUS_SUCCESS) {
        switch_event_destroy(&event);
    }
    session->speaks = false;
    session->said = NULL;
}

static void write_result(struct ivrea_session *session, struct ivrea_writer *out) {
    struct heard result = session->said == NULL ? (struct heard){"", 0} : heard(session, session->said);
    char confidence[32];
    snprintf(confidence, sizeof confidence, "%.3f", *result.text == '\0' ? 0 : result.confidence);
    ivrea_write_text(out, *result.text != '\0' ? "speech" : session->speaks || session->said != NULL ? "no-match"
                                                                                                     : "no-input");
    ivrea_write_text(out, result.text);
    ivrea_write_text(out, confidence);
}

/* ----------------------------------------------------------------------------------------------------------- listen */

static enum ivrea_status listen_until_said(struct ivrea_session *session, const struct listening *listening,
                                           struct ivrea_reader *prompt, struct ivrea_writer *out) {
    forget(session);
    enum ivrea_status status = ivrea_call_play_list(session->call, prompt, 0, NULL, -1, NULL);
    take_events(session);
    switch_ivr_detect_speech_start_input_timers(session->session);
    int64_t began = ivrea_call_now(session->call);
    while (status == IVREA_STATUS_DONE && session->said == NULL) {
        int64_t now = ivrea_call_now(session->call);
        if (now >= began + (session->speaks ? listening->no_input_ms + listening->max_ms : listening->no_input_ms)) {
            break;
        }
        status = ivrea_call_wait(session->call, now + LOOK_MS, NULL, NULL);
        take_events(session);
    }
    if (status == IVREA_STATUS_DONE) {
        write_result(session, out);
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
