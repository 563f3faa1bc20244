/* How time passes in a call of the test host: by its caller's script, as on the wall, or as a driver says. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "session.h"

enum { FRAME_MS = 20, LONGEST_TELLING_MS = 60000 };

int64_t wall_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* False after the timeout. Session locked. */
static bool wait_changed(struct testcall *session, int64_t timeout_ms) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += timeout_ms / 1000;
    until.tv_nsec += timeout_ms % 1000 * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    return pthread_cond_timedwait(&session->changed, &session->lock, &until) == 0;
}

/* ----------------------------------------------------------------------------------------------------------- driven */

bool tell(struct testcall *session, struct ivrea_call *call, int event, const int64_t *values, int count) {
    if (session->time != TESTCALL_DRIVEN) {
        return false;
    }
    pthread_mutex_lock(&session->lock);
    session->event = event;
    memset(session->values, 0, sizeof session->values);
    memcpy(session->values, values, (size_t)count * sizeof *values);
    session->told = true;
    session->replied = false;
    session->reply_words[0] = '\0';
    pthread_cond_broadcast(&session->changed);
    bool in_time = true;
    while (!session->replied && in_time) {
        in_time = wait_changed(session, LONGEST_TELLING_MS);
    }
    session->told = false;
    char key = session->replied ? session->reply_key : '\0';
    bool hangs_up = !session->replied || session->reply_cause[0] != '\0';
    char cause[sizeof session->reply_cause];
    char side[sizeof session->reply_side];
    snprintf(cause, sizeof cause, "%s", session->replied ? session->reply_cause : "RECOVERY_ON_TIMER_EXPIRE");
    snprintf(side, sizeof side, "%s", session->replied ? session->reply_side : "system");
    if (session->replied) {
        atomic_store(&session->now, session->reply_at);
    }
    pthread_mutex_unlock(&session->lock);
    if (hangs_up) {
        end_session(session, IVREA_CHANNEL_HUNG_UP, cause, side);
    }
    return (key != '\0' && ivrea_call_key(call, key)) || ivrea_call_halted(call);
}

int32_t testcall_await(struct testcall *session, int64_t *values, int32_t timeout_ms) {
    pthread_mutex_lock(&session->lock);
    bool in_time = true;
    while (!(session->told && !session->replied) && !session->ended && in_time) {
        in_time = wait_changed(session, timeout_ms);
    }
    int32_t event = TESTCALL_NOTHING;
    if (session->told && !session->replied) {
        event = session->event;
        memcpy(values, session->values, sizeof session->values);
    } else if (session->ended) {
        event = TESTCALL_ENDED;
    }
    pthread_mutex_unlock(&session->lock);
    return event;
}

void testcall_reply(struct testcall *session, int64_t moment, int32_t key, const char *cause, const char *side,
                    const char *words) {
    pthread_mutex_lock(&session->lock);
    session->reply_at = moment;
    session->reply_key = (char)key;
    snprintf(session->reply_cause, sizeof session->reply_cause, "%s", cause == NULL ? "" : cause);
    snprintf(session->reply_side, sizeof session->reply_side, "%s", side == NULL ? "" : side);
    snprintf(session->reply_words, sizeof session->reply_words, "%s", words == NULL ? "" : words);
    session->replied = true;
    pthread_cond_broadcast(&session->changed);
    pthread_mutex_unlock(&session->lock);
}

/* --------------------------------------------------------------------------------------------------- script and wall */

/* Has happen what the script wants at this moment. True: running media must stop. */
static bool happen(struct testcall *session, struct ivrea_call *call, const struct scripted_event *event) {
    if (event->key != '\0') {
        return ivrea_call_key(call, event->key);
    }
    end_session(session, IVREA_CHANNEL_HUNG_UP, event->cause, event->side);
    return true;
}

static bool pass_scripted(struct testcall *session, struct ivrea_call *call, int64_t until) {
    if (session->next_event < session->event_count && session->events[session->next_event].at <= until) {
        const struct scripted_event *event = &session->events[session->next_event++];
        if (event->at > ivrea_call_now(call)) {
            atomic_store(&session->now, event->at);
        }
        return happen(session, call, event);
    }
    if (until > ivrea_call_now(call)) {
        atomic_store(&session->now, until);
    }
    return false;
}

/* The next key that another thread pressed; NUL when there is none up to the moment. */
static char pressed_key(struct testcall *session, int64_t timeout_ms) {
    pthread_mutex_lock(&session->lock);
    if (session->pending_count == 0 && timeout_ms > 0 && session->state == IVREA_CHANNEL_UP) {
        wait_changed(session, timeout_ms);
    }
    char key = '\0';
    if (session->pending_count > 0) {
        key = session->pending[0];
        session->pending_count--;
        memmove(session->pending, session->pending + 1, (size_t)session->pending_count);
    }
    pthread_mutex_unlock(&session->lock);
    return key;
}

static bool pass_real(struct testcall *session, struct ivrea_call *call, int64_t until) {
    int64_t now = ivrea_call_now(call);
    if (session->next_event < session->event_count && session->events[session->next_event].at <= now) {
        return happen(session, call, &session->events[session->next_event++]);
    }
    int64_t wait = until - now < FRAME_MS ? until - now : FRAME_MS;
    if (session->next_event < session->event_count && session->events[session->next_event].at - now < wait) {
        wait = session->events[session->next_event].at - now;
    }
    char key = pressed_key(session, wait);
    return key != '\0' && ivrea_call_key(call, key);
}

bool pass(struct testcall *session, struct ivrea_call *call, int64_t until) {
    int64_t limit = ivrea_call_until(call);
    int64_t moment = until < limit ? until : limit;
    bool stops = false;
    switch (session->time) {
    case TESTCALL_SCRIPTED:
        stops = pass_scripted(session, call, moment);
        break;
    case TESTCALL_REAL:
        stops = pass_real(session, call, moment);
        break;
    case TESTCALL_DRIVEN:
        stops = tell(session, call, TESTCALL_WAITS, &moment, 1);
        break;
    }
    return stops || ivrea_call_halted(call);
}

/* ----------------------------------------------------------------------------------------------------- audio, waits */

enum ivrea_status wait_until(void *data, struct ivrea_call *call, int64_t until) {
    while (ivrea_call_now(call) < until) {
        if (pass(data, call, until)) {
            return IVREA_STATUS_STOPPED;
        }
    }
    return IVREA_STATUS_DONE;
}

static int64_t speech_ms(const char *text) {
    int64_t characters = 0;
    bool blank = true;
    for (const char *at = text; *at != '\0'; at++) {
        characters += (*at & 0xC0) != 0x80;
        blank = blank && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r');
    }
    int64_t ms = characters * 65;
    return blank ? 0 : ms < 400 ? 400 : ms;
}

int64_t audio_ms(struct testhost *host, const struct ivrea_audio *audio) {
    if (audio->kind == 'T' || audio->kind == 'P') {
        return speech_ms(audio->text);
    }
    if (audio->kind != 'F') {
        return audio->ms;
    }
    int64_t ms = -1;
    pthread_mutex_lock(&host->lock);
    for (const struct recording *made = host->recordings; made != NULL && ms < 0; made = made->next) {
        ms = strcmp(made->path, audio->text) == 0 ? made->ms : -1;
    }
    pthread_mutex_unlock(&host->lock);
    ms = ms < 0 ? ivrea_wav_ms(audio->text) : ms;
    return ms < 0 ? 2000 : ms;
}

/* Pausing, seeking: returns the new moment of the end. */
static int64_t controlled(struct testcall *session, struct ivrea_call *call, int64_t ms, int64_t end) {
    int64_t left;
    int type;
    int64_t value;
    while (ivrea_call_taken(call, &type, &value)) {
        switch (type) {
        case IVREA_PAUSE:
            journal(session, "pause");
            session->paused = true;
            break;
        case IVREA_RESUME:
            journal(session, "resume");
            session->paused = false;
            break;
        case IVREA_SEEK:
            journal(session, "seek %lld", (long long)value);
            left = end - ivrea_call_now(call) - value;
            end = ivrea_call_now(call) + (left < 0 ? 0 : left > ms ? ms : left);
            break;
        default:
            journal(session, "volume %lld", (long long)value);
            break;
        }
    }
    return end;
}

enum ivrea_status play_audio(void *data, struct ivrea_call *call, const struct ivrea_audio *audio) {
    struct testcall *session = data;
    int64_t ms = audio_ms(session->host, audio);
    int64_t begin = ivrea_call_now(call);
    int64_t end = begin + ms;
    if (audio->kind == 'F') {
        journal(session, "file %s", audio->text);
    }
    session->paused = false;
    ivrea_call_heard(call, ms);
    bool audible = audio->kind != 'S';
    if (audible) {
        int type;
        int list;
        int index;
        ivrea_call_playing(call, &type, &list, &index);
        int64_t values[] = {type, list, index, ms, begin};
        tell(session, call, TESTCALL_BEGINS, values, 5);
    }
    bool stopped = ivrea_call_frame(call);
    while (!stopped && ivrea_call_now(call) < ivrea_call_until(call)
           && (session->paused || ivrea_call_now(call) < end)) {
        int64_t before = ivrea_call_now(call);
        stopped = pass(session, call, session->paused ? before + FRAME_MS : end);
        end += session->paused ? ivrea_call_now(call) - before : 0;
        end = controlled(session, call, ms, end);
    }
    if (audible) {
        int64_t now = ivrea_call_now(call);
        tell(session, call, TESTCALL_ENDS, &now, 1);
    }
    return stopped || ivrea_call_now(call) < end ? IVREA_STATUS_STOPPED : IVREA_STATUS_DONE;
}
