/* The operations of a telephone switch, as the caller's script or a driver wants them to come out. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "answer.h"

enum { BEEP_MS = 500, TURN_MS = 30000, SPEECH_MS = 1500 };

static enum ivrea_status over_or(struct ivrea_call *call, enum ivrea_status status) {
    return ivrea_call_halted(call) ? IVREA_STATUS_STOPPED : status;
}

/* ---------------------------------------------------------------------------------------------------------- record */

static enum ivrea_status record(struct testcall *session, struct ivrea_call *call, struct ivrea_reader *in,
                                struct ivrea_writer *out, const struct answer *answer) {
    const char *path = ivrea_read_text(in);
    bool beep = ivrea_read_bool(in);
    int64_t max_ms = ivrea_read_int(in);
    int64_t silence_ms = ivrea_read_int(in);
    const char *terminators = ivrea_read_text(in);
    int64_t spoken_ms = number(answer, 0);
    if (beep && ivrea_call_wait(call, ivrea_call_now(call) + BEEP_MS, NULL, NULL) != IVREA_STATUS_DONE) {
        return IVREA_STATUS_STOPPED;
    }
    int64_t began = ivrea_call_now(call);
    bool falls = spoken_ms >= 0 && silence_ms > 0 && spoken_ms + silence_ms <= max_ms;
    char key;
    enum ivrea_status status = ivrea_call_wait(call, began + (falls ? spoken_ms + silence_ms : max_ms), terminators,
                                               &key);
    int64_t length = ivrea_call_now(call) - began;
    const char *end = "hangup";
    if (status == IVREA_STATUS_DONE) {
        length = falls ? spoken_ms : max_ms;
        end = falls ? "silence" : "max-length";
    } else if (key != '\0') {
        end = "terminator";
    } else if (session->state == IVREA_CHANNEL_UP) {
        return IVREA_STATUS_STOPPED; /* broken off */
    }
    keep_recording(session->host, path, length);
    ivrea_write_int(out, length);
    ivrea_write_text(out, end);
    return IVREA_STATUS_DONE;
}

/* ------------------------------------------------------------------------------------------------------------ dial */

static const char *cause_of(const char *outcome) {
    static const char *const causes[][2] = {
        {"answered", "NORMAL_CLEARING"}, {"busy", "USER_BUSY"},
        {"no-answer", "NO_ANSWER"},      {"rejected", "CALL_REJECTED"},
        {"cancelled", "ORIGINATOR_CANCEL"},
    };
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++) {
        if (strcmp(causes[i][0], outcome) == 0) {
            return causes[i][1];
        }
    }
    return "NO_ROUTE_DESTINATION";
}

static int64_t whisper_ms(struct testhost *host, struct ivrea_reader *in) {
    int count = ivrea_read_count(in);
    int64_t ms = 0;
    for (int i = 0; i < count; i++) {
        struct ivrea_audio audio = ivrea_read_audio(in);
        ms += audio_ms(host, &audio);
    }
    return ms;
}

/* Plays music over and over up to a moment. */
static enum ivrea_status listen_to(struct ivrea_call *call, const struct ivrea_reader *music, const char *keys,
                                   int64_t until, char *key) {
    enum ivrea_status status = IVREA_STATUS_DONE;
    /* Music that takes no time is none. */
    for (int64_t before = -1; status == IVREA_STATUS_DONE && ivrea_call_now(call) > before
                              && ivrea_call_now(call) < until;) {
        struct ivrea_reader again = *music;
        before = ivrea_call_now(call);
        status = ivrea_call_play_list(call, &again, 0, keys, until, key);
    }
    return status == IVREA_STATUS_DONE ? ivrea_call_wait(call, until, keys, key) : status;
}

static enum ivrea_status dial(struct testcall *session, struct ivrea_call *call, struct ivrea_reader *in,
                              struct ivrea_writer *out, const struct answer *answer) {
    int64_t ring_ms = ivrea_read_int(in);
    int64_t max_talk_ms = ivrea_read_int(in);
    const char *caller_id = ivrea_read_text(in);
    ivrea_read_text(in); /* accept key */
    int targets = ivrea_read_count(in);
    for (int i = 0; i < targets; i++) {
        journal(session, "dial %s for %s", ivrea_read_text(in), caller_id);
    }
    const char *outcome = word(answer, 0);
    int64_t after = number(answer, 1);
    if (strcmp(outcome, "no-answer") == 0 || after > ring_ms) {
        outcome = "no-answer";
        after = ring_ms;
    }
    ivrea_call_pass_keys(call, true);
    int64_t known = ivrea_call_now(call) + after;
    char key;
    enum ivrea_status status = listen_to(call, in, NULL, known, &key);
    ivrea_skip_fields(in, ivrea_read_count(in));
    int64_t talk = 0;
    if (status == IVREA_STATUS_DONE && strcmp(outcome, "answered") == 0) {
        status = ivrea_call_wait(call, ivrea_call_now(call) + whisper_ms(session->host, in), NULL, NULL);
        talk = number(answer, 2);
        talk = max_talk_ms > 0 && talk > max_talk_ms ? max_talk_ms : talk;
        if (status == IVREA_STATUS_DONE) {
            status = ivrea_call_wait(call, ivrea_call_now(call) + talk, NULL, NULL);
        }
    }
    ivrea_write_text(out, outcome);
    ivrea_write_text(out, cause_of(outcome));
    ivrea_write_int(out, talk);
    return over_or(call, status);
}

/* ----------------------------------------------------------------------------------------------------------- queue */

/* Has the runtime say what is to be heard. False when the call ended meanwhile. */
static bool announcement(struct ivrea_call *call, int64_t wait_ms, struct ivrea_reader *audio) {
    const struct timespec while_it_thinks = {.tv_nsec = 500000};
    ivrea_call_announce(call, (int)(1 + wait_ms / TURN_MS), wait_ms);
    while (!ivrea_call_halted(call)) {
        if (ivrea_call_announcement(call, audio)) {
            return true;
        }
        nanosleep(&while_it_thinks, NULL);
    }
    return false;
}

static int64_t earlier(int64_t one, int64_t other) {
    return one < other ? one : other;
}

static enum ivrea_status queue(struct testcall *session, struct ivrea_call *call, struct ivrea_reader *in,
                               struct ivrea_writer *out, const struct answer *answer) {
    journal(session, "queue %s", ivrea_read_text(in));
    ivrea_read_int(in); /* priority */
    int64_t max_wait_ms = ivrea_read_int(in);
    const char *exit_keys = ivrea_read_text(in);
    int64_t first_after_ms = ivrea_read_int(in);
    int64_t every_ms = ivrea_read_int(in);
    int64_t began = ivrea_call_now(call);
    int64_t agent_at = began + number(answer, 1);
    int64_t given_up_at = max_wait_ms > 0 ? began + max_wait_ms : INT64_MAX;
    int64_t until = earlier(agent_at, given_up_at);
    int64_t announce_at = first_after_ms < 0 ? INT64_MAX : began + first_after_ms;
    char key = '\0';
    enum ivrea_status status = IVREA_STATUS_DONE;
    while (status == IVREA_STATUS_DONE && ivrea_call_now(call) < until) {
        status = listen_to(call, in, exit_keys, earlier(until, announce_at), &key);
        struct ivrea_reader audio;
        if (status == IVREA_STATUS_DONE && ivrea_call_now(call) < until) {
            if (!announcement(call, agent_at - ivrea_call_now(call), &audio)) {
                return IVREA_STATUS_STOPPED;
            }
            status = ivrea_call_play_list(call, &audio, 1, exit_keys, until, &key);
            announce_at = every_ms == 0 ? INT64_MAX : announce_at + every_ms;
        }
    }
    int64_t waited = ivrea_call_now(call) - began;
    const char *outcome = word(answer, 0);
    if (key != '\0') {
        outcome = "exit-key";
        status = IVREA_STATUS_DONE;
    } else if (status == IVREA_STATUS_DONE && given_up_at < agent_at) {
        outcome = "timeout";
    } else if (status == IVREA_STATUS_DONE && strcmp(outcome, "answered") == 0) {
        ivrea_call_pass_keys(call, true);
        status = ivrea_call_wait(call, ivrea_call_now(call) + number(answer, 2), NULL, NULL);
    } else if (strcmp(outcome, "exit-key") == 0) {
        key = word(answer, 3)[0];
    }
    ivrea_write_text(out, outcome);
    ivrea_write_key(out, key);
    ivrea_write_int(out, waited);
    return over_or(call, status);
}

/* ---------------------------------------------------------------------------------------------------- conversations */

static enum ivrea_status voicemail(struct testcall *session, struct ivrea_call *call, struct ivrea_reader *in,
                                   struct ivrea_writer *out, const struct answer *answer) {
    const char *mailbox = ivrea_read_text(in);
    journal(session, "voicemail %s %s", mailbox, ivrea_read_text(in));
    ivrea_read_bool(in); /* a greeting was given: else its list is empty */
    ivrea_read_bool(in); /* skip instructions: there are none */
    ivrea_call_pass_keys(call, true);
    enum ivrea_status status = ivrea_call_play_list(call, in, 0, NULL, -1, NULL);
    int64_t spoken = number(answer, 0);
    if (status == IVREA_STATUS_DONE) {
        status = ivrea_call_wait(call, ivrea_call_now(call) + BEEP_MS + spoken, NULL, NULL);
    }
    ivrea_write_int(out, spoken > 0);
    ivrea_write_int(out, spoken);
    return over_or(call, status);
}

static enum ivrea_status conference(struct testcall *session, struct ivrea_call *call, struct ivrea_reader *in,
                                    struct ivrea_writer *out, const struct answer *answer) {
    journal(session, "conference %s", ivrea_read_text(in));
    enum ivrea_status status = IVREA_STATUS_DONE;
    if (strcmp(word(answer, 0), "left") == 0) {
        ivrea_call_pass_keys(call, true);
        status = ivrea_call_wait(call, ivrea_call_now(call) + number(answer, 1), NULL, NULL);
    }
    ivrea_write_text(out, word(answer, 0));
    return over_or(call, status);
}

static enum ivrea_status listen(struct testcall *session, struct ivrea_call *call, struct ivrea_reader *in,
                                struct ivrea_writer *out) {
    ivrea_skip_fields(in, 4);
    int64_t no_input_ms = ivrea_read_int(in);
    int64_t end_silence_ms = ivrea_read_int(in);
    int64_t max_ms = ivrea_read_int(in);
    ivrea_read_bool(in); /* keys too: the core's business */
    ivrea_skip_fields(in, ivrea_read_count(in));
    enum ivrea_status status = ivrea_call_play_list(call, in, 0, NULL, -1, NULL);
    if (status != IVREA_STATUS_DONE) {
        return status;
    }
    struct answer answer;
    find_answer(session, call, IVREA_LISTEN, &answer);
    if (fails(call, &answer)) {
        return IVREA_STATUS_FAILED;
    }
    bool spoken = strcmp(word(&answer, 0), "speech") == 0 || strcmp(word(&answer, 0), "no-match") == 0;
    int64_t lasts = spoken ? earlier(SPEECH_MS + end_silence_ms, max_ms) : no_input_ms;
    status = ivrea_call_wait(call, ivrea_call_now(call) + lasts, NULL, NULL);
    char text[TEXT_SIZE];
    words_from(&answer, 2, text, sizeof text);
    ivrea_write_text(out, word(&answer, 0));
    ivrea_write_text(out, text);
    ivrea_write_text(out, answer.count > 1 ? word(&answer, 1) : "0");
    return status;
}

static enum ivrea_status transfer(struct testcall *session, struct ivrea_reader *in, struct ivrea_call *call,
                                  const struct answer *answer) {
    const char *target = ivrea_read_text(in);
    const char *context = ivrea_read_text(in);
    journal(session, "transfer %s %s%s", target, context, ivrea_read_bool(in) ? " refer" : "");
    if (number(answer, 0) == 0) {
        return ivrea_call_fail(call, "transfer-failed", "the test host refuses it");
    }
    end_session(session, IVREA_CHANNEL_LEFT, "BLIND_TRANSFER", "transferred");
    return IVREA_STATUS_OVER;
}

/* ------------------------------------------------------------------------------------------------------- all of them */

static enum ivrea_status noted(struct testcall *session, const char *operation, struct ivrea_reader *in) {
    char line[1024];
    size_t used = (size_t)snprintf(line, sizeof line, "%s", operation);
    while (in->left > 0 && used < sizeof line) {
        used += (size_t)snprintf(line + used, sizeof line - used, " %s", ivrea_read_text(in));
    }
    journal(session, "%s", line);
    return IVREA_STATUS_DONE;
}

static enum ivrea_status send_dtmf(struct testcall *session, struct ivrea_call *call, struct ivrea_reader *in) {
    const char *keys = ivrea_read_text(in);
    int64_t tone_ms = ivrea_read_int(in);
    int64_t gap_ms = ivrea_read_int(in);
    journal(session, "send-dtmf %s", keys);
    int64_t ms = (int64_t)strlen(keys) * (tone_ms + gap_ms);
    return ivrea_call_wait(call, ivrea_call_now(call) + ms, NULL, NULL);
}

static enum ivrea_status execute(struct testcall *session, struct ivrea_call *call, struct ivrea_reader *in,
                                 struct ivrea_writer *out, const struct answer *answer) {
    noted(session, "execute", in);
    ivrea_call_pass_keys(call, true);
    enum ivrea_status status = ivrea_call_wait(call, ivrea_call_now(call) + number(answer, 1), NULL, NULL);
    ivrea_write_int(out, number(answer, 0));
    return over_or(call, status);
}

static enum ivrea_status with_answer(struct testcall *session, struct ivrea_call *call, int type,
                                     struct ivrea_reader *in, struct ivrea_writer *out) {
    struct answer answer;
    find_answer(session, call, type, &answer);
    if (fails(call, &answer)) {
        return IVREA_STATUS_FAILED;
    }
    switch (type) {
    case IVREA_RECORD:
        return record(session, call, in, out, &answer);
    case IVREA_DIAL:
        return dial(session, call, in, out, &answer);
    case IVREA_TRANSFER:
        return transfer(session, in, call, &answer);
    case IVREA_QUEUE:
        return queue(session, call, in, out, &answer);
    case IVREA_VOICEMAIL:
        return voicemail(session, call, in, out, &answer);
    case IVREA_CONFERENCE:
        return conference(session, call, in, out, &answer);
    default:
        return execute(session, call, in, out, &answer);
    }
}

enum ivrea_status act(void *data, struct ivrea_call *call, int type, struct ivrea_reader *in,
                      struct ivrea_writer *out) {
    struct testcall *session = data;
    switch (type) {
    case IVREA_ANSWER:
        return noted(session, "answer", in);
    case IVREA_PRE_ANSWER:
        return noted(session, "pre-answer", in);
    case IVREA_CALL_RECORDING:
        return noted(session, "call-recording", in);
    case IVREA_SET_VARIABLE:
        return noted(session, "variable", in);
    case IVREA_EMIT:
        return noted(session, "emit", in);
    case IVREA_SEND_DTMF:
        return send_dtmf(session, call, in);
    case IVREA_LISTEN:
        return listen(session, call, in, out);
    case IVREA_HANGUP: {
        const char *cause = ivrea_read_text(in);
        journal(session, "hangup %s", cause);
        end_session(session, IVREA_CHANNEL_HUNG_UP, cause, "flow");
        return IVREA_STATUS_DONE;
    }
    default:
        return with_answer(session, call, type, in, out);
    }
}
