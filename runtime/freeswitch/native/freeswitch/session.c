/* A call's session: its stay in the flow, and how its time passes. */
#include "module.h"

#include <string.h>

enum { MAX_ARGUMENTS = 64, MAX_VARIABLES = 512 };

/* ---------------------------------------------------------------------------------------------- what the core asks */

static int64_t now(void *context, void *session) {
    (void)context;
    (void)session;
    return switch_time_ref() / 1000;
}

static void log_line(void *context, const char *uuid, int level, const char *text) {
    static const switch_log_level_t levels[] = {SWITCH_LOG_DEBUG, SWITCH_LOG_INFO, SWITCH_LOG_WARNING, SWITCH_LOG_ERROR};
    (void)context;
    switch_log_level_t as = levels[level < 0 || level > 3 ? 3 : level];
    if (uuid == NULL) {
        switch_log_printf(SWITCH_CHANNEL_LOG, as, "Ivrea: %s\n", text);
    } else {
        switch_log_printf(SWITCH_CHANNEL_UUID_LOG(uuid), as, "%s Ivrea: %s\n", uuid, text);
    }
}

/* Runs inside the hang-up: what a BYE says is known then, and only later, that there was one. */
static bool by_caller(switch_channel_t *channel, switch_call_cause_t cause) {
    const char *disposition = switch_channel_get_variable(channel, "sip_hangup_disposition");
    if (disposition != NULL || switch_channel_get_variable(channel, "sip_term_status") != NULL) {
        return disposition == NULL || !strncmp(disposition, "recv_", 5);
    }
    bool usual = cause == SWITCH_CAUSE_NORMAL_CLEARING || cause == SWITCH_CAUSE_ORIGINATOR_CANCEL;
    return usual && strncmp(switch_str_nil(switch_channel_get_name(channel)), "sofia/", 6) != 0;
}

static enum ivrea_state state(void *data, const char **cause, bool *caller) {
    struct ivrea_session *session = data;
    if (!switch_channel_up(session->channel)) {
        switch_call_cause_t why = switch_channel_get_cause(session->channel);
        *cause = switch_channel_cause2str(why);
        *caller = by_caller(session->channel, why);
        return IVREA_CHANNEL_HUNG_UP;
    }
    return switch_channel_ready(session->channel) ? IVREA_CHANNEL_UP : IVREA_CHANNEL_LEFT;
}

bool ivrea_session_keys(struct ivrea_session *session) {
    bool stop = false;
    switch_dtmf_t key;
    while (!stop && switch_channel_has_dtmf(session->channel)
           && switch_channel_dequeue_dtmf(session->channel, &key) == SWITCH_STATUS_SUCCESS) {
        stop = ivrea_call_key(session->call, key.digit);
    }
    return stop;
}

bool ivrea_session_frame(struct ivrea_session *session) {
    switch_ivr_parse_all_events(session->session);
    return ivrea_session_keys(session) || ivrea_call_frame(session->call);
}

bool ivrea_session_read(struct ivrea_session *session) {
    switch_frame_t *frame;
    switch_status_t status = switch_core_session_read_frame(session->session, &frame, SWITCH_IO_FLAG_SINGLE_READ, 0);
    session->read_at = switch_time_ref();
    session->unanswered = true;
    return SWITCH_READ_ACCEPTABLE(status);
}

/* Lets the time of one media frame pass. */
static void pass_frame(struct ivrea_session *session) {
    if (!switch_channel_media_ready(session->channel) || !ivrea_session_read(session)) {
        switch_yield(IVREA_FRAME_MS * 1000);
    }
}

static void idle(void *data, struct ivrea_call *call) {
    struct ivrea_session *session = data;
    (void)call;
    switch_ivr_parse_all_events(session->session);
    /* Somebody wanted the session looked at: an operation may be there before a frame has passed, and would be late. */
    if (!atomic_exchange(&session->poked, false)) {
        pass_frame(session);
    }
    ivrea_session_keys(session);
}

enum ivrea_status ivrea_session_status(const struct ivrea_session *session) {
    if (ivrea_call_halted(session->call)) {
        return IVREA_STATUS_STOPPED;
    }
    return switch_channel_ready(session->channel) ? IVREA_STATUS_DONE : IVREA_STATUS_OVER;
}

static enum ivrea_status wait_until(void *data, struct ivrea_call *call, int64_t until_ms) {
    struct ivrea_session *session = data;
    while (ivrea_call_now(call) < until_ms) {
        if (ivrea_session_keys(session) || ivrea_call_halted(call)) {
            return IVREA_STATUS_STOPPED;
        }
        if (!switch_channel_ready(session->channel)) {
            return IVREA_STATUS_OVER;
        }
        switch_ivr_parse_all_events(session->session);
        pass_frame(session);
    }
    return ivrea_session_keys(session) ? IVREA_STATUS_STOPPED : IVREA_STATUS_DONE;
}

static enum ivrea_status perform(void *data, struct ivrea_call *call, int type, struct ivrea_reader *in,
                                 struct ivrea_writer *out) {
    static const ivrea_operation operations[] = {
        [IVREA_ANSWER] = ivrea_answer,
        [IVREA_PRE_ANSWER] = ivrea_pre_answer,
        [IVREA_RECORD] = ivrea_record,
        [IVREA_DIAL] = ivrea_dial,
        [IVREA_TRANSFER] = ivrea_transfer,
        [IVREA_QUEUE] = ivrea_queue,
        [IVREA_VOICEMAIL] = ivrea_voicemail,
        [IVREA_CONFERENCE] = ivrea_conference,
        [IVREA_CALL_RECORDING] = ivrea_call_recording,
        [IVREA_SEND_DTMF] = ivrea_send_dtmf,
        [IVREA_LISTEN] = ivrea_listen,
        [IVREA_EXECUTE] = ivrea_execute,
        [IVREA_SET_VARIABLE] = ivrea_set_variable,
        [IVREA_HANGUP] = ivrea_hang_up,
        [IVREA_EMIT] = ivrea_emit,
    };
    bool known = type >= 0 && type < (int)(sizeof operations / sizeof *operations) && operations[type] != NULL;
    return known ? operations[type](data, in, out)
                 : ivrea_call_fail(call, "unknown-operation", "This module does not know the operation; it is older than"
                                   " the runtime");
}

const struct ivrea_host ivrea_freeswitch_host = {
    .now = now,
    .log = log_line,
    .modules = ivrea_modules_list,
    .state = state,
    .idle = idle,
    .play = ivrea_media_play,
    .wait = wait_until,
    .perform = perform,
};

/* ----------------------------------------------------------------------------------------------------------- start */

struct facts {
    const char *arguments[2 * MAX_ARGUMENTS];
    int argument_count;
    const char *variables[2 * MAX_VARIABLES];
    int variable_count;
};

/* FLOW [name=value...], with quotes where there are blanks. Returns the flow. */
static const char *read_arguments(switch_core_session_t *session, const char *data, struct facts *facts) {
    char *words[MAX_ARGUMENTS + 1] = {0};
    char *line = switch_core_session_strdup(session, switch_str_nil(data));
    int count = (int)switch_separate_string(line, ' ', words, MAX_ARGUMENTS + 1);
    for (int i = 1; i < count; i++) {
        char *value = strchr(words[i], '=');
        if (value != NULL) {
            *value = '\0';
            facts->arguments[2 * facts->argument_count] = words[i];
            facts->arguments[2 * facts->argument_count + 1] = value + 1;
            facts->argument_count++;
        } else if (words[i][0] != '\0') {
            IVREA_LOG(session, SWITCH_LOG_WARNING, "%s Ivrea: \"%s\" is no name=value, and is passed over\n",
                      switch_core_session_get_uuid(session), words[i]);
        }
    }
    return count == 0 || words[0] == NULL ? "" : words[0];
}

/* The texts belong to the event. */
static void read_variables(const switch_event_t *event, struct facts *facts) {
    for (const switch_event_header_t *at = event->headers; at != NULL && facts->variable_count < MAX_VARIABLES;
         at = at->next) {
        facts->variables[2 * facts->variable_count] = at->name;
        facts->variables[2 * facts->variable_count + 1] = switch_str_nil(at->value);
        facts->variable_count++;
    }
}

static struct ivrea_call *open_call(struct ivrea_session *session, const char *flow, struct facts *facts,
                                    const char **reason) {
    switch_caller_profile_t *profile = switch_channel_get_caller_profile(session->channel);
    switch_event_t *variables = NULL;
    switch_channel_get_variables(session->channel, &variables);
    if (variables != NULL) {
        read_variables(variables, facts);
    }
    const struct ivrea_start start = {
        .uuid = switch_core_session_get_uuid(session->session),
        .caller = profile == NULL ? "" : switch_str_nil(profile->caller_id_number),
        .called = profile == NULL ? "" : switch_str_nil(profile->destination_number),
        .flow = flow,
        .arguments = facts->arguments,
        .argument_count = facts->argument_count,
        .variables = facts->variables,
        .variable_count = facts->variable_count,
    };
    struct ivrea_call *call = ivrea_call_open(ivrea_module.core, &start, session, reason);
    if (variables != NULL) {
        switch_event_destroy(&variables);
    }
    return call;
}

void ivrea_session_run(switch_core_session_t *own, const char *data) {
    struct ivrea_session *session = switch_core_session_alloc(own, sizeof *session);
    struct facts facts = {.argument_count = 0};
    const char *flow = read_arguments(own, data, &facts);
    session->session = own;
    session->channel = switch_core_session_get_channel(own);
    session->deadline = INT64_MAX;
    if (ivrea_module.core == NULL) {
        ivrea_fallback(own, flow, ivrea_module.failure);
        return;
    }
    const char *reason = NULL;
    session->call = open_call(session, flow, &facts, &reason);
    if (session->call == NULL) {
        ivrea_fallback(own, flow, reason);
        return;
    }
    session->id = ivrea_call_id(session->call);
    ivrea_hooks_add(session);
    const char *failure = ivrea_call_serve(session->call);
    failure = failure == NULL ? NULL : switch_core_session_strdup(own, failure);
    ivrea_hooks_end(session);
    ivrea_player_end(session);
    ivrea_call_close(session->call);
    if (failure != NULL) {
        ivrea_fallback(own, flow, failure);
    } else if (switch_channel_ready(session->channel)) {
        switch_channel_hangup(session->channel, SWITCH_CAUSE_NORMAL_CLEARING);
    }
}
