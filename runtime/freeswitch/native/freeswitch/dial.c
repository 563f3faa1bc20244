/* Calling others, and talking to them. */
#include "module.h"

#include <string.h>

/* What a cause means to the flow. */
static const char *outcome_of(switch_call_cause_t cause) {
    switch (cause) {
    case SWITCH_CAUSE_USER_BUSY:
        return "busy";
    case SWITCH_CAUSE_NO_ANSWER:
    case SWITCH_CAUSE_NO_USER_RESPONSE:
    case SWITCH_CAUSE_ALLOTTED_TIMEOUT:
    case SWITCH_CAUSE_PROGRESS_TIMEOUT:
        return "no-answer";
    case SWITCH_CAUSE_CALL_REJECTED:
        return "rejected";
    case SWITCH_CAUSE_ORIGINATOR_CANCEL:
    case SWITCH_CAUSE_LOSE_RACE:
        return "cancelled";
    default:
        return "unreachable";
    }
}

/* ------------------------------------------------------------------------------------------------------------ talk */

static switch_status_t on_key(switch_core_session_t *own, void *input, switch_input_type_t type, void *data,
                              unsigned int size) {
    (void)size;
    struct ivrea_session *session = data;
    /* The other side's keys come here, too, on the other side's thread. */
    if (type == SWITCH_INPUT_TYPE_DTMF && session != NULL && own == session->session) {
        ivrea_call_passed_key(session->call, ((switch_dtmf_t *)input)->digit);
    }
    return SWITCH_STATUS_SUCCESS;
}

/* The dialplan's own wishes for the time after a bridge would take the call away from the flow. */
static void keep_the_call(switch_channel_t *channel) {
    static const char *const taken[] = {"transfer_after_bridge", "park_after_bridge", "exec_after_bridge_app",
                                        "bridge_hangup_cause", "last_bridge_hangup_cause"};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        switch_channel_set_variable(channel, taken[i], NULL);
    }
    switch_channel_set_variable(channel, "hangup_after_bridge", "false");
    switch_channel_set_variable(channel, "continue_on_fail", "true");
}

void ivrea_talk(struct ivrea_session *session, switch_core_session_t *peer, int64_t max_ms) {
    session->peer = switch_core_session_get_channel(peer);
    keep_the_call(session->channel);
    int64_t began = ivrea_call_now(session->call);
    ivrea_session_watch(session, IVREA_WATCH_TALKING, max_ms > 0 ? began + max_ms : INT64_MAX);
    switch_ivr_multi_threaded_bridge(session->session, peer, on_key, session, NULL);
    ivrea_session_watch(session, IVREA_WATCH_NOTHING, INT64_MAX);
    session->peer = NULL;
}

/* ------------------------------------------------------------------------------------------------------------ dial */

struct dialling {
    int64_t ring_ms;
    int64_t max_talk_ms;
    const char *caller_id;
    char accept_key;
    const char *targets;
    struct ivrea_reader music;
    bool has_music;
    const char *whisper;
};

static struct dialling read_dialling(struct ivrea_session *session, struct ivrea_reader *in) {
    struct dialling dialling = {.ring_ms = ivrea_read_int(in)};
    dialling.max_talk_ms = ivrea_read_int(in);
    dialling.caller_id = ivrea_read_text(in);
    dialling.accept_key = ivrea_read_key(in);
    dialling.targets = "";
    int count = ivrea_read_count(in);
    for (int i = 0; i < count; i++) {
        dialling.targets = switch_core_session_sprintf(session->session, "%s%s%s", dialling.targets, i == 0 ? "" : ",",
                                                       ivrea_read_text(in));
    }
    dialling.music = *in;
    int items = ivrea_read_count(in);
    dialling.has_music = items > 0;
    ivrea_skip_fields(in, items);
    dialling.whisper = ivrea_media_spell(session, in);
    return dialling;
}

/* How the called side is asked whether it takes the call. */
static switch_event_t *wishes(const struct dialling *dialling) {
    switch_event_t *wishes;
    const char key[] = {dialling->accept_key, '\0'};
    switch_event_create(&wishes, SWITCH_EVENT_REQUEST_PARAMS);
    if (dialling->accept_key != '\0') {
        switch_event_add_header_string(wishes, SWITCH_STACK_BOTTOM, "group_confirm_key", key);
        switch_event_add_header_string(wishes, SWITCH_STACK_BOTTOM, "group_confirm_file",
                                       *dialling->whisper == '\0' ? "silence_stream://250" : dialling->whisper);
        switch_event_add_header_string(wishes, SWITCH_STACK_BOTTOM, "group_confirm_cancel_timeout", "false");
    } else if (*dialling->whisper != '\0') {
        switch_event_add_header_string(wishes, SWITCH_STACK_BOTTOM, "group_confirm_key", "exec");
        switch_event_add_header(wishes, SWITCH_STACK_BOTTOM, "group_confirm_file", "playback %s", dialling->whisper);
        switch_event_add_header_string(wishes, SWITCH_STACK_BOTTOM, "group_confirm_cancel_timeout", "true");
    }
    if (dialling->accept_key != '\0' || dialling->has_music || *dialling->whisper != '\0') {
        switch_event_add_header_string(wishes, SWITCH_STACK_BOTTOM, "ignore_early_media", "true");
    }
    return wishes;
}

/* What the caller hears meanwhile. */
static void set_ringing(struct ivrea_session *session, const struct dialling *dialling) {
    const char *heard = dialling->has_music ? NULL : ivrea_module.settings.ringback;
    switch_channel_set_variable_var_check(session->channel, "ringback", heard, SWITCH_FALSE);
    switch_channel_set_variable_var_check(session->channel, "transfer_ringback", heard, SWITCH_FALSE);
    switch_channel_set_variable(session->channel, "instant_ringback", dialling->has_music ? NULL : "true");
    if (dialling->has_music) {
        switch_channel_pre_answer(session->channel);
        ivrea_ringing_begin(session, &dialling->music);
    }
}

/* The call's thread only works for the call while it is in here, so what the session read of keys waits in the channel,
   and goes to whoever answers. */
static switch_core_session_t *ring(struct ivrea_session *session, const struct dialling *dialling,
                                   switch_call_cause_t *cause) {
    switch_core_session_t *peer = NULL;
    switch_event_t *variables = wishes(dialling);
    const char *number = *dialling->caller_id == '\0' ? NULL : dialling->caller_id;
    uint32_t seconds = (uint32_t)((dialling->ring_ms + 999) / 1000);
    set_ringing(session, dialling);
    ivrea_session_watch(session, IVREA_WATCH_RINGING, ivrea_call_now(session->call) + dialling->ring_ms);
    switch_status_t status = switch_ivr_originate(session->session, &peer, cause, dialling->targets,
                                                  seconds == 0 ? 1 : seconds, NULL, NULL, number, NULL, variables,
                                                  SOF_NONE, &session->cancel, NULL);
    bool late = session->deadline_passed;
    ivrea_session_watch(session, IVREA_WATCH_NOTHING, INT64_MAX);
    ivrea_ringing_end(session);
    switch_event_destroy(&variables);
    if (status != SWITCH_STATUS_SUCCESS) {
        *cause = late ? SWITCH_CAUSE_NO_ANSWER : *cause;
        return NULL;
    }
    return peer;
}

enum ivrea_status ivrea_dial(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const struct dialling dialling = read_dialling(session, in);
    switch_call_cause_t cause = SWITCH_CAUSE_NONE;
    switch_core_session_t *peer = ring(session, &dialling, &cause);
    int64_t talk_ms = 0;
    const char *outcome = "answered";
    const char *name = switch_channel_cause2str(cause);
    if (peer == NULL) {
        outcome = outcome_of(cause);
    } else {
        int64_t began = ivrea_call_now(session->call);
        ivrea_talk(session, peer, dialling.max_talk_ms);
        talk_ms = ivrea_call_now(session->call) - began;
        switch_call_cause_t why = switch_channel_get_cause(switch_core_session_get_channel(peer));
        name = switch_channel_cause2str(why == SWITCH_CAUSE_NONE ? SWITCH_CAUSE_NORMAL_CLEARING : why);
        switch_core_session_rwunlock(peer);
    }
    ivrea_write_text(out, outcome);
    ivrea_write_text(out, name);
    ivrea_write_int(out, talk_ms);
    return ivrea_session_status(session);
}
