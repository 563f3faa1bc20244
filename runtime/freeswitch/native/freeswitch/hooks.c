/* What FreeSWITCH tells of a session on any of its threads. */
#include "module.h"

static const char *const OURS = "ivrea";

struct ivrea_session *ivrea_hooks_session(switch_core_session_t *session) {
    return switch_channel_get_private(switch_core_session_get_channel(session), OURS);
}

/* Runs inside the hang-up itself, on whichever thread hangs up. */
static switch_status_t state_changed(switch_core_session_t *own) {
    struct ivrea_session *session = ivrea_hooks_session(own);
    if (session != NULL && switch_channel_get_state(session->channel) >= CS_HANGUP) {
        const char *cause = "NORMAL_CLEARING";
        bool caller = false;
        ivrea_freeswitch_host.state(session, &cause, &caller);
        caller = caller && !atomic_load(&session->referred);
        ivrea_core_hung_up(ivrea_module.core, session->id, cause, caller ? "caller" : "system");
    }
    return SWITCH_STATUS_SUCCESS;
}

/* The session has messages, such as a BYE, that its own thread has to handle. */
static switch_status_t killed(switch_core_session_t *own, int signal) {
    struct ivrea_session *session = ivrea_hooks_session(own);
    if (session != NULL && signal == SWITCH_SIG_BREAK) {
        atomic_store(&session->poked, true);
        ivrea_core_poke(ivrea_module.core, session->id);
    }
    return SWITCH_STATUS_SUCCESS;
}

static void stop_watched(struct ivrea_session *session, bool late) {
    switch ((enum ivrea_watch)atomic_load(&session->watch)) {
    case IVREA_WATCH_APPLICATION:
        switch_channel_set_flag_value(session->channel, CF_BREAK, 2);
        if (session->conference != NULL) {
            ivrea_conference_leave(session);
        }
        break;
    case IVREA_WATCH_RINGING:
        session->cancel = late ? SWITCH_CAUSE_NO_ANSWER : SWITCH_CAUSE_ORIGINATOR_CANCEL;
        break;
    case IVREA_WATCH_TALKING:
        switch_channel_hangup(session->peer, late ? SWITCH_CAUSE_ALLOTTED_TIMEOUT : SWITCH_CAUSE_NORMAL_CLEARING);
        break;
    case IVREA_WATCH_NOTHING:
        break;
    }
    atomic_store(&session->watch, IVREA_WATCH_NOTHING);
}

/* Each frame that FreeSWITCH's own code reads of a watched session. */
static switch_status_t frame_read(switch_core_session_t *own, switch_frame_t **frame, switch_io_flag_t flags, int stream) {
    (void)frame;
    (void)flags;
    (void)stream;
    struct ivrea_session *session = ivrea_hooks_session(own);
    if (session != NULL && atomic_load(&session->watch) != IVREA_WATCH_NOTHING) {
        bool late = ivrea_call_now(session->call) >= session->deadline;
        if (late || ivrea_call_halted(session->call)) {
            session->deadline_passed = late;
            stop_watched(session, late);
        } else if (session->ringing != NULL) {
            ivrea_ringing_frame(session);
        }
    }
    return SWITCH_STATUS_SUCCESS;
}

void ivrea_session_watch(struct ivrea_session *session, enum ivrea_watch watch, int64_t deadline) {
    session->deadline = deadline;
    session->deadline_passed = false;
    session->cancel = SWITCH_CAUSE_NONE;
    if (watch != IVREA_WATCH_NOTHING) {
        /* Once is enough; it is there from then on. Most calls never need it. */
        switch_core_event_hook_add_read_frame(session->session, frame_read);
    }
    atomic_store(&session->watch, watch);
}

void ivrea_hooks_add(struct ivrea_session *session) {
    switch_channel_set_private(session->channel, OURS, session);
    switch_core_event_hook_add_state_change(session->session, state_changed);
    switch_core_event_hook_add_kill_channel(session->session, killed);
    /* It may have hung up before the hooks were there: the core looks at the channel before each operation. */
}

void ivrea_hooks_end(struct ivrea_session *session) {
    ivrea_session_watch(session, IVREA_WATCH_NOTHING, INT64_MAX);
    switch_channel_set_private(session->channel, OURS, NULL);
}
