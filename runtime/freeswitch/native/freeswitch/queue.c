/* Waiting for an agent of mod_callcenter, and talking to one.
 *
 * mod_callcenter takes the callers of its queues away from whatever ran them: when the talk with an agent is over, the call
 * is. So it is a leg of our own (a loopback) that waits in the queue, and the caller stays here, hears what the flow wants
 * to be heard, and is connected with that leg when an agent has answered. See docs/decisions. */
#include "module.h"

#include <stdlib.h>
#include <string.h>

enum { JOIN_S = 10, LOOK_MS = 100 };

static const char *const AFTERWARDS = "park"; /* what the leg does when the queue has let go of it */
static const char *const UNKNOWN = "unknown";

struct waiting {
    switch_core_session_t *ours;  /* the leg's side that is connected with the caller */
    const char *theirs;           /* uuid of the side that waits in the queue */
    const char *queue;
    int64_t began;
    int64_t give_up_at;
    int64_t announce_at;
    int64_t every_ms;
    const char *exit_keys;
    char key;
    const char *refusal;
    struct ivrea_seat seat;
    int64_t room; /* for how many; 0 for any, who have no seats */
    bool answered;
    bool soundless; /* the configured music cannot be played */
};

/* A variable of the side that waits; NULL when there is none. */
static const char *seen(struct ivrea_session *session, const struct waiting *waiting, const char *name) {
    switch_core_session_t *theirs = switch_core_session_locate(waiting->theirs);
    if (theirs == NULL) {
        return NULL;
    }
    const char *value = switch_channel_get_variable(switch_core_session_get_channel(theirs), name);
    value = value == NULL ? NULL : switch_core_session_strdup(session->session, value);
    switch_core_session_rwunlock(theirs);
    return value;
}

/* Why the queue let go of the caller; NULL while it has not. */
static const char *refusal(struct ivrea_session *session, const struct waiting *waiting) {
    const char *reason = seen(session, waiting, "cc_cancel_reason");
    if (reason != NULL) {
        return !strcmp(reason, "TIMEOUT") ? "timeout" : !strcmp(reason, "NO_AGENT_TIMEOUT") ? "no-agents" : "closed";
    }
    const char *application = seen(session, waiting, "current_application");
    if (application != NULL && !strcmp(application, AFTERWARDS)) {
        return seen(session, waiting, "cc_queue") == NULL ? UNKNOWN : "closed";
    }
    return switch_channel_up(switch_core_session_get_channel(waiting->ours)) ? NULL : "closed";
}

static int64_t next_moment(const struct waiting *waiting) {
    return waiting->give_up_at < waiting->announce_at ? waiting->give_up_at : waiting->announce_at;
}

/* Is the music to stop? */
static bool something_new(struct ivrea_session *session) {
    struct waiting *waiting = session->waiting;
    waiting->refusal = refusal(session, waiting);
    waiting->answered = waiting->refusal == NULL && seen(session, waiting, "cc_agent_uuid") != NULL;
    return waiting->answered || waiting->refusal != NULL || ivrea_call_now(session->call) >= next_moment(waiting);
}

/* ------------------------------------------------------------------------------------------------------------- wait */

/* Plays what is due. */
static enum ivrea_status announce(struct ivrea_session *session, struct waiting *waiting) {
    struct ivrea_reader audio;
    enum ivrea_status status = IVREA_STATUS_DONE;
    waiting->announce_at = waiting->every_ms == 0 ? INT64_MAX : waiting->announce_at + waiting->every_ms;
    int place = ivrea_place_of(waiting->queue, waiting->theirs);
    ivrea_call_announce(session->call, place, ivrea_place_wait_ms(waiting->queue, place));
    while (status == IVREA_STATUS_DONE && waiting->key == '\0') {
        if (ivrea_call_announcement(session->call, &audio)) {
            return ivrea_call_play_list(session->call, &audio, 1, waiting->exit_keys, waiting->give_up_at, &waiting->key);
        }
        status = ivrea_call_wait(session->call, ivrea_call_now(session->call) + IVREA_FRAME_MS, waiting->exit_keys,
                                 &waiting->key);
    }
    return status;
}

/* The configured music, or silence. It is no part of what the flow plays, and not in its timeline. */
static enum ivrea_status configured_music(struct ivrea_session *session, struct waiting *waiting) {
    const char *music = ivrea_module.settings.music;
    const struct ivrea_audio audio = {.kind = 'F', .text = music == NULL ? "" : music, .language = "", .voice = "",
                                      .as = "", .value = ""};
    enum ivrea_status status = IVREA_STATUS_FAILED;
    if (music != NULL && !waiting->soundless) {
        ivrea_call_stop_at(session->call, waiting->exit_keys);
        status = ivrea_media_play(session, session->call, &audio);
        waiting->key = ivrea_call_stopped_by(session->call);
        waiting->soundless = status == IVREA_STATUS_FAILED;
    }
    if (status == IVREA_STATUS_FAILED) {
        status = ivrea_call_wait(session->call, ivrea_call_now(session->call) + LOOK_MS, waiting->exit_keys, &waiting->key);
    }
    return status;
}

static bool goes_on(const struct ivrea_session *session, enum ivrea_status status) {
    return (status == IVREA_STATUS_DONE || status == IVREA_STATUS_STOPPED) && !ivrea_call_halted(session->call);
}

/* What came of waiting: "answered" when there is an agent; NULL when the call was over first. */
static const char *wait_for_agent(struct ivrea_session *session, struct waiting *waiting, struct ivrea_reader *music) {
    enum ivrea_status status = IVREA_STATUS_DONE;
    struct ivrea_reader first = *music;
    bool own_music = ivrea_read_count(&first) > 0;
    while (goes_on(session, status)) {
        if (something_new(session)) {
            if (waiting->answered || waiting->refusal != NULL) {
                return waiting->answered ? "answered" : waiting->refusal;
            }
            if (ivrea_call_now(session->call) >= waiting->give_up_at) {
                return "timeout";
            }
            status = announce(session, waiting);
        } else if (own_music) {
            struct ivrea_reader again = *music;
            status = ivrea_call_play_list(session->call, &again, 0, waiting->exit_keys, -1, &waiting->key);
        } else {
            status = configured_music(session, waiting);
        }
        if (waiting->key != '\0') {
            return "exit-key";
        }
    }
    return NULL;
}

/* ----------------------------------------------------------------------------------------------------------- queue */

static bool safe_name(const char *name) {
    return *name != '\0' && strpbrk(name, " /,^|'\"{}[]<>\\") == NULL;
}

/* Has a leg of ours enter the queue. */
static bool join(struct ivrea_session *session, struct waiting *waiting, int64_t priority) {
    switch_event_t *wishes;
    switch_call_cause_t cause = SWITCH_CAUSE_NONE;
    switch_event_create(&wishes, SWITCH_EVENT_REQUEST_PARAMS);
    switch_event_add_header_string(wishes, SWITCH_STACK_BOTTOM, "loopback_bowout", "false");
    switch_event_add_header_string(wishes, SWITCH_STACK_BOTTOM, "loopback_bowout_on_execute", "false");
    switch_event_add_header_string(wishes, SWITCH_STACK_BOTTOM, "hangup_after_bridge", "true");
    switch_event_add_header_string(wishes, SWITCH_STACK_BOTTOM, "cc_moh_override", "silence_stream://-1");
    switch_event_add_header(wishes, SWITCH_STACK_BOTTOM, "cc_base_score", "%d", (int)priority);
    const char *leg = switch_core_session_sprintf(session->session, "loopback/m:^:answer^callcenter:%s^%s/default/inline",
                                                  waiting->queue, AFTERWARDS);
    switch_status_t status = switch_ivr_originate(session->session, &waiting->ours, &cause, leg, JOIN_S, NULL, NULL, NULL,
                                                  NULL, wishes, SOF_NONE, NULL, NULL);
    switch_event_destroy(&wishes);
    if (status != SWITCH_STATUS_SUCCESS) {
        return false;
    }
    waiting->theirs = switch_channel_get_variable(switch_core_session_get_channel(waiting->ours),
                                                  "other_loopback_leg_uuid");
    waiting->theirs = switch_core_session_strdup(session->session, switch_str_nil(waiting->theirs));
    if (waiting->room > 0) {
        ivrea_seat_known(&waiting->seat, waiting->theirs);
    }
    return true;
}

/* False when there is none. Nobody waits for long here: those who are about to wait are known in a moment. */
static bool take_seat(struct ivrea_session *session, struct waiting *waiting) {
    enum ivrea_seat_answer answer = IVREA_SEAT_PERHAPS;
    while (answer == IVREA_SEAT_PERHAPS && ivrea_session_status(session) == IVREA_STATUS_DONE) {
        int count;
        char *uuids = ivrea_place_waiting(waiting->queue, &count);
        answer = uuids == NULL ? IVREA_SEAT_FULL
                               : ivrea_seat_take(&waiting->seat, waiting->queue, waiting->room, uuids, count);
        free(uuids);
        if (answer == IVREA_SEAT_PERHAPS) {
            ivrea_call_wait(session->call, ivrea_call_now(session->call) + IVREA_FRAME_MS, NULL, NULL);
        }
    }
    return answer == IVREA_SEAT_TAKEN;
}

static void leave_seat(struct waiting *waiting) {
    if (waiting->room > 0) {
        ivrea_seat_leave(&waiting->seat);
        waiting->room = 0;
    }
}

static struct waiting read_waiting(struct ivrea_session *session, struct ivrea_reader *in) {
    struct waiting waiting = {.began = ivrea_call_now(session->call)};
    int64_t longest_ms = ivrea_read_int(in);
    waiting.exit_keys = ivrea_read_text(in);
    int64_t first_after_ms = ivrea_read_int(in);
    waiting.every_ms = ivrea_read_int(in);
    waiting.give_up_at = longest_ms > 0 ? waiting.began + longest_ms : INT64_MAX;
    waiting.announce_at = first_after_ms < 0 ? INT64_MAX : waiting.began + first_after_ms;
    return waiting;
}

static enum ivrea_status wait_and_talk(struct ivrea_session *session, struct waiting *waiting, struct ivrea_reader *music,
                                       struct ivrea_writer *out) {
    session->waiting = waiting;
    session->interrupt = something_new;
    const char *outcome = wait_for_agent(session, waiting, music);
    session->interrupt = NULL;
    session->waiting = NULL;
    leave_seat(waiting);
    int64_t waited_ms = ivrea_call_now(session->call) - waiting->began;
    if (outcome == UNKNOWN) {
        return ivrea_fail(session, "queue-unknown", "mod_callcenter has no queue \"%s\"", waiting->queue);
    }
    if (outcome != NULL && !strcmp(outcome, "answered")) {
        ivrea_talk(session, waiting->ours, 0);
    }
    ivrea_write_text(out, outcome == NULL ? "closed" : outcome);
    ivrea_write_key(out, waiting->key);
    ivrea_write_int(out, waited_ms);
    return ivrea_session_status(session);
}

enum ivrea_status ivrea_queue(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *queue = ivrea_read_text(in);
    int64_t priority = ivrea_read_int(in);
    struct waiting waiting = read_waiting(session, in);
    struct ivrea_reader behind = *in;
    ivrea_skip_fields(&behind, ivrea_read_count(&behind)); /* music */
    waiting.room = ivrea_read_int(&behind);
    waiting.queue = queue;
    if (!ivrea_application_there(session, "callcenter", "mod_callcenter")) {
        return IVREA_STATUS_FAILED;
    }
    if (!safe_name(queue)) {
        return ivrea_fail(session, "queue-unknown", "\"%s\" cannot be the name of a queue", queue);
    }
    if (waiting.room > 0 && !take_seat(session, &waiting)) {
        ivrea_write_text(out, "full");
        ivrea_write_key(out, '\0');
        ivrea_write_int(out, 0);
        return ivrea_session_status(session);
    }
    if (!join(session, &waiting, priority)) {
        leave_seat(&waiting);
        return switch_channel_ready(session->channel)
            ? ivrea_fail(session, "module-missing", "The call cannot wait in the queue \"%s\": load mod_loopback", queue)
            : ivrea_session_status(session);
    }
    enum ivrea_status status = wait_and_talk(session, &waiting, in, out);
    switch_channel_hangup(switch_core_session_get_channel(waiting.ours), SWITCH_CAUSE_NORMAL_CLEARING);
    switch_core_session_rwunlock(waiting.ours);
    return status;
}
