/* The small operations: answer, keys to the other side, variables, events, hang-up. */
#include "module.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { RATE = 8000, SHORT_PAUSE_MS = 500, LONG_PAUSE_MS = 1000 };

enum ivrea_status ivrea_fail(struct ivrea_session *session, const char *code, const char *format, ...) {
    char message[512];
    va_list values;
    va_start(values, format);
    vsnprintf(message, sizeof message, format, values);
    va_end(values);
    return ivrea_call_fail(session->call, code, message);
}

const char *ivrea_numbered(struct ivrea_session *session, const char *name, const char *number) {
    if (strstr(name, "{number}") == NULL) {
        return name;
    }
    char *replaced = switch_string_replace(name, "{number}", number);
    const char *kept = switch_core_session_strdup(session->session, replaced);
    free(replaced);
    return kept;
}

/* Keys that are heard and not sent cost processor time: only where it is wanted, and once. */
static void detect_inband(struct ivrea_session *session) {
    static const char *const mark = "ivrea_inband_keys_on";
    bool wanted = ivrea_module.settings.detect_inband
        || switch_true(switch_channel_get_variable(session->channel, "ivrea_detect_inband_keys"));
    if (wanted && switch_channel_get_private(session->channel, mark) == NULL
        && switch_ivr_inband_dtmf_session(session->session) == SWITCH_STATUS_SUCCESS) {
        switch_channel_set_private(session->channel, mark, mark);
    }
}

enum ivrea_status ivrea_answer(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    (void)in;
    (void)out;
    if (switch_channel_answer(session->channel) != SWITCH_STATUS_SUCCESS && switch_channel_ready(session->channel)) {
        return ivrea_fail(session, "answer-failed", "The call cannot be answered: no common codec, or no way for the voice");
    }
    detect_inband(session);
    return ivrea_session_status(session);
}

enum ivrea_status ivrea_pre_answer(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    (void)in;
    (void)out;
    if (switch_channel_pre_answer(session->channel) != SWITCH_STATUS_SUCCESS && switch_channel_ready(session->channel)) {
        return ivrea_fail(session, "answer-failed", "Early media cannot be opened: no common codec, or no way for the voice");
    }
    detect_inband(session);
    return ivrea_session_status(session);
}

enum ivrea_status ivrea_send_dtmf(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *keys = ivrea_read_text(in);
    int64_t tone_ms = ivrea_read_int(in);
    int64_t gap_ms = ivrea_read_int(in);
    (void)out;
    enum ivrea_status status = IVREA_STATUS_DONE;
    int64_t next = ivrea_call_now(session->call);
    for (; *keys != '\0' && status == IVREA_STATUS_DONE; keys++) {
        if (*keys == 'w' || *keys == 'W') {
            next += *keys == 'w' ? SHORT_PAUSE_MS : LONG_PAUSE_MS;
        } else {
            switch_dtmf_t key = {.digit = *keys, .duration = (uint32_t)(tone_ms * RATE / 1000),
                                 .source = SWITCH_DTMF_APP};
            switch_core_session_send_dtmf(session->session, &key);
            next += tone_ms + gap_ms;
        }
        status = ivrea_call_wait(session->call, next, NULL, NULL);
    }
    return status;
}

enum ivrea_status ivrea_set_variable(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *name = ivrea_read_text(in);
    const char *value = ivrea_read_text(in);
    (void)out;
    /* The switch itself refuses values that hold ${...}, which it would run when it reads them. */
    if (switch_channel_set_variable(session->channel, name, value) != SWITCH_STATUS_SUCCESS) {
        return ivrea_fail(session, "variable-refused", "The switch does not take the value of the variable \"%s\"", name);
    }
    return IVREA_STATUS_DONE;
}

enum ivrea_status ivrea_emit(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *subclass = ivrea_read_text(in);
    int count = ivrea_read_count(in);
    switch_event_t *event;
    (void)out;
    if (switch_event_create_subclass(&event, SWITCH_EVENT_CUSTOM, subclass) != SWITCH_STATUS_SUCCESS) {
        return ivrea_fail(session, "event-refused", "The switch knows no events \"%s\"", subclass);
    }
    switch_event_add_header_string(event, SWITCH_STACK_BOTTOM, "Unique-ID", ivrea_call_uuid(session->call));
    for (int i = 0; i < count; i++) {
        const char *name = ivrea_read_text(in);
        switch_event_add_header_string(event, SWITCH_STACK_BOTTOM, name, ivrea_read_text(in));
    }
    switch_event_fire(&event);
    return IVREA_STATUS_DONE;
}

enum ivrea_status ivrea_hang_up(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *name = ivrea_read_text(in);
    (void)out;
    switch_call_cause_t cause = switch_channel_str2cause(name);
    switch_channel_hangup(session->channel, cause == SWITCH_CAUSE_NONE ? SWITCH_CAUSE_NORMAL_CLEARING : cause);
    return IVREA_STATUS_DONE;
}
