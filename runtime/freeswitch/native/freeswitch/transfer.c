/* Sending the call elsewhere for good. */
#include "module.h"

#include <stdlib.h>
#include <string.h>

enum { REFER_MS = 15000 };

/* The switch places the new call: the dialplan for an extension, a bridge for a dial string. */
static enum ivrea_status within_the_switch(struct ivrea_session *session, const char *target, const char *context) {
    const char *dialplan = NULL;
    if (strchr(target, '/') != NULL) {
        target = switch_core_session_sprintf(session->session, "m:^:bridge:%s", target);
        dialplan = "inline";
    }
    if (switch_ivr_session_transfer(session->session, target, dialplan, *context == '\0' ? NULL : context)
        != SWITCH_STATUS_SUCCESS) {
        return ivrea_fail(session, "transfer-failed", "the switch does not take it");
    }
    return IVREA_STATUS_OVER;
}

static const char *uri_of(struct ivrea_session *session, const char *target) {
    if (!strncasecmp(target, "sip:", 4) || !strncasecmp(target, "sips:", 5)) {
        return target;
    }
    const char *host = switch_channel_get_variable(session->channel, "sip_to_host");
    return strchr(target, '@') != NULL || host == NULL
        ? switch_core_session_sprintf(session->session, "sip:%s", target)
        : switch_core_session_sprintf(session->session, "sip:%s@%s", target, host);
}

/* The final answer: to the request itself when it is refused, else what became of the new call. */
static const char *answer_of(struct ivrea_session *session) {
    const char *status = switch_channel_get_variable(session->channel, "sip_refer_status_code");
    return status != NULL && atoi(status) >= 300 ? status
        : switch_channel_get_variable(session->channel, "sip_refer_reply");
}

/* The caller's own side is asked to place the new call. It says whether it does, and hangs up then. */
static enum ivrea_status refer(struct ivrea_session *session, const char *target) {
    const char *uri = uri_of(session, target);
    bool answered = switch_channel_test_flag(session->channel, CF_ANSWERED) != 0;
    if (!ivrea_application_there(session, "deflect", "mod_dptools")) {
        return IVREA_STATUS_FAILED;
    }
    atomic_store(&session->referred, true);
    switch_channel_set_variable(session->channel, "sip_refer_continue_after_reply", "true");
    switch_channel_set_variable(session->channel, "sip_refer_reply", NULL);
    switch_channel_set_variable(session->channel, "sip_refer_status_code", NULL);
    switch_core_session_execute_application(session->session, answered ? "deflect" : "redirect", uri);
    int64_t until = ivrea_call_now(session->call) + REFER_MS;
    const char *reply = NULL;
    while (switch_channel_ready(session->channel) && ivrea_call_now(session->call) < until) {
        reply = answer_of(session);
        if (reply != NULL) {
            break;
        }
        enum ivrea_status status = ivrea_call_wait(session->call, ivrea_call_now(session->call) + IVREA_FRAME_MS, NULL,
                                                   NULL);
        if (status != IVREA_STATUS_DONE) {
            return status;
        }
    }
    if (!switch_channel_ready(session->channel)) {
        return IVREA_STATUS_OVER;
    }
    if (reply != NULL && strstr(reply, " 2") != NULL) {
        switch_channel_hangup(session->channel, SWITCH_CAUSE_BLIND_TRANSFER);
        return IVREA_STATUS_OVER;
    }
    atomic_store(&session->referred, false);
    return ivrea_fail(session, "transfer-failed", "the caller's side says: %s", reply == NULL ? "nothing" : reply);
}

enum ivrea_status ivrea_transfer(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *target = ivrea_read_text(in);
    const char *context = ivrea_read_text(in);
    (void)out;
    return ivrea_read_bool(in) ? refer(session, target) : within_the_switch(session, target, context);
}
