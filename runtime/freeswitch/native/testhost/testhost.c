#define _GNU_SOURCE
#include "testhost.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "session.h"

enum { MAX_PAIRS = 64, STACK_SIZE = 240 * 1024 /* as FreeSWITCH gives its threads */ };

/* ------------------------------------------------------------------------------------------------ what the core asks */

static int64_t now(void *context, void *session) {
    (void)context;
    struct testcall *call = session;
    return call == NULL || call->time == TESTCALL_REAL ? wall_ms() : atomic_load(&call->now);
}

static void log_line(void *context, const char *uuid, int level, const char *text) {
    (void)context;
    static const char *const levels[] = {"debug", "info", "warning", "error"};
    if (getenv("TESTHOST_LOG") != NULL) {
        fprintf(stderr, "%s %s %s\n", uuid == NULL ? "-" : uuid, levels[level < 0 || level > 3 ? 3 : level], text);
    }
}

static int64_t modules(void *context, char *text, int64_t capacity) {
    struct testhost *host = context;
    pthread_mutex_lock(&host->lock);
    int64_t size = host->modules == NULL ? IVREA_UNKNOWN : (int64_t)strlen(host->modules);
    if (size > 0) {
        memcpy(text, host->modules, (size_t)(size < capacity ? size : capacity));
    }
    pthread_mutex_unlock(&host->lock);
    return size;
}

static enum ivrea_state state(void *data, const char **cause, bool *by_caller) {
    struct testcall *session = data;
    pthread_mutex_lock(&session->lock);
    enum ivrea_state found = session->state;
    if (found != IVREA_CHANNEL_UP) {
        *cause = session->cause;
        *by_caller = session->by_caller;
    }
    pthread_mutex_unlock(&session->lock);
    return found;
}

/* Only on the wall does time pass while nothing is to be done. */
static void idle(void *data, struct ivrea_call *call) {
    struct testcall *session = data;
    if (session->time == TESTCALL_REAL) {
        pass(session, call, ivrea_call_now(call) + 1);
    }
}

static const struct ivrea_host callbacks = {
    .now = now,
    .log = log_line,
    .modules = modules,
    .state = state,
    .idle = idle,
    .play = play_audio,
    .wait = wait_until,
    .perform = act,
};

/* ------------------------------------------------------------------------------------------------------------ host */

/* Lines NAME=VALUE in place: what follows is name, value, name, value... Returns how many pairs. */
static int split(char *lines, const char **pairs, int max) {
    int count = 0;
    char *rest = NULL;
    for (char *line = strtok_r(lines, "\n", &rest); line != NULL && count < max; line = strtok_r(NULL, "\n", &rest)) {
        char *value = strchr(line, '=');
        if (value != NULL) {
            *value = '\0';
            pairs[2 * count] = line;
            pairs[2 * count + 1] = value + 1;
            count++;
        }
    }
    return count;
}

struct testhost *testhost_open(const char *settings, int32_t max_calls, int32_t busy_ms, int32_t stuck_ms,
                               int32_t linger_ms) {
    struct testhost *host = calloc(1, sizeof *host);
    char *lines = strdup(settings);
    if (host != NULL && lines != NULL) {
        const char *pairs[2 * MAX_PAIRS];
        struct ivrea_limits limits = ivrea_default_limits;
        limits.max_calls = max_calls > 0 ? max_calls : limits.max_calls;
        limits.busy_ms = busy_ms > 0 ? busy_ms : limits.busy_ms;
        limits.stuck_ms = stuck_ms > 0 ? stuck_ms : limits.stuck_ms;
        limits.linger_ms = linger_ms > 0 ? linger_ms : limits.linger_ms;
        pthread_mutex_init(&host->lock, NULL);
        host->core = ivrea_core_open(&callbacks, host, &limits, pairs, split(lines, pairs, MAX_PAIRS));
    }
    free(lines);
    if (host != NULL && host->core == NULL) {
        free(host);
        host = NULL;
    }
    return host;
}

const struct ivrea_api *testhost_api(struct testhost *host) {
    return ivrea_core_api(host->core);
}

void testhost_shut_down(struct testhost *host) {
    ivrea_core_shut_down(host->core);
}

void testhost_close(struct testhost *host) {
    while (host->recordings != NULL) {
        struct recording *next = host->recordings->next;
        free(host->recordings);
        host->recordings = next;
    }
    ivrea_core_close(host->core);
    pthread_mutex_destroy(&host->lock);
    free(host->modules);
    free(host);
}

char *testhost_command(struct testhost *host, const char *words, int32_t timeout_ms) {
    bool ok = false;
    return ivrea_core_command(host->core, words, timeout_ms, &ok);
}

int32_t testhost_break(struct testhost *host, const char *uuid) {
    return ivrea_core_break(host->core, uuid);
}

void testhost_modules(struct testhost *host, const char *names) {
    char *copy = names == NULL ? NULL : strdup(names);
    pthread_mutex_lock(&host->lock);
    free(host->modules);
    host->modules = copy;
    pthread_mutex_unlock(&host->lock);
}

void testhost_free(char *text) {
    free(text);
}

void keep_recording(struct testhost *host, const char *path, int64_t ms) {
    struct recording *made = malloc(sizeof *made + strlen(path) + 1);
    if (made != NULL) {
        made->ms = ms;
        strcpy(made->path, path);
        pthread_mutex_lock(&host->lock);
        made->next = host->recordings;
        host->recordings = made;
        pthread_mutex_unlock(&host->lock);
    }
}

/* ------------------------------------------------------------------------------------------------------------ call */

void journal(struct testcall *session, const char *format, ...) {
    char line[1024];
    va_list values;
    va_start(values, format);
    int length = vsnprintf(line, sizeof line, format, values);
    va_end(values);
    size_t used = length < (int)sizeof line ? (size_t)length : sizeof line - 1;
    pthread_mutex_lock(&session->lock);
    char *longer = realloc(session->journal, session->journal_used + used + 2);
    if (longer != NULL) {
        memcpy(longer + session->journal_used, line, used);
        session->journal = longer;
        session->journal_used += used;
        longer[session->journal_used++] = '\n';
        longer[session->journal_used] = '\0';
    }
    pthread_mutex_unlock(&session->lock);
}

void end_session(struct testcall *session, enum ivrea_state state, const char *cause, const char *side) {
    pthread_mutex_lock(&session->lock);
    bool first = session->state == IVREA_CHANNEL_UP;
    if (first) {
        session->state = state;
        session->by_caller = strcmp(side, "caller") == 0;
        snprintf(session->cause, sizeof session->cause, "%s", cause);
        pthread_cond_broadcast(&session->changed);
    }
    uint64_t id = session->id;
    pthread_mutex_unlock(&session->lock);
    if (first) {
        ivrea_core_hung_up(session->host->core, id, cause, side);
    }
}

static void free_session(struct testcall *session) {
    pthread_cond_destroy(&session->changed);
    pthread_mutex_destroy(&session->lock);
    free(session->journal);
    free(session->journal_shown);
    free(session);
}

static void read_script(struct testcall *session, char *script) {
    char *rest = NULL;
    for (char *line = strtok_r(script, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
        struct scripted_event event = {.key = '\0'};
        struct scripted_answer answer = {.used = false};
        long long at = 0;
        if (sscanf(line, "answer %15s %255[^\n]", answer.operation, answer.words) == 2) {
            if (session->answer_count < MAX_ANSWERS) {
                session->answers[session->answer_count++] = answer;
            }
        } else if (session->event_count < MAX_EVENTS
                   && (sscanf(line, "%lld key %c", &at, &event.key) == 2
                       || sscanf(line, "%lld hangup %63s %15s", &at, event.cause, event.side) == 3)) {
            event.at = at;
            session->events[session->event_count++] = event;
        }
    }
}

static const char *fact(const char *const *pairs, int count, const char *name) {
    for (int i = 0; i < count; i++) {
        if (strcmp(pairs[2 * i], name) == 0) {
            return pairs[2 * i + 1];
        }
    }
    return "";
}

/* The pairs whose names begin with the prefix, without it. */
static int facts_of(const char *const *pairs, int count, const char *prefix, const char **found) {
    int kept = 0;
    size_t length = strlen(prefix);
    for (int i = 0; i < count; i++) {
        if (strncmp(pairs[2 * i], prefix, length) == 0) {
            found[2 * kept] = pairs[2 * i] + length;
            found[2 * kept + 1] = pairs[2 * i + 1];
            kept++;
        }
    }
    return kept;
}

static void *serve(void *data) {
    struct testcall *session = data;
    const char *fallback = ivrea_call_serve(session->call);
    pthread_mutex_lock(&session->lock);
    snprintf(session->fallback, sizeof session->fallback, "%s", fallback == NULL ? "" : fallback);
    pthread_mutex_unlock(&session->lock);
    ivrea_call_close(session->call);
    pthread_mutex_lock(&session->lock);
    session->ended = true;
    pthread_cond_broadcast(&session->changed);
    pthread_mutex_unlock(&session->lock);
    return NULL;
}

static bool start_thread(struct testcall *session) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_SIZE);
    int result = pthread_create(&session->thread, &attributes, serve, session);
    pthread_attr_destroy(&attributes);
    return result == 0;
}

static struct ivrea_call *open_call(struct testcall *session, char *facts) {
    const char *pairs[2 * MAX_PAIRS];
    const char *arguments[2 * MAX_PAIRS];
    const char *variables[2 * MAX_PAIRS];
    int count = split(facts, pairs, MAX_PAIRS);
    struct ivrea_start start = {
        .uuid = fact(pairs, count, "uuid"),
        .caller = fact(pairs, count, "caller"),
        .called = fact(pairs, count, "called"),
        .flow = fact(pairs, count, "flow"),
        .arguments = arguments,
        .argument_count = facts_of(pairs, count, "argument.", arguments),
        .variables = variables,
        .variable_count = facts_of(pairs, count, "variable.", variables),
    };
    const char *reason = NULL;
    return ivrea_call_open(session->host->core, &start, session, &reason);
}

struct testcall *testhost_call(struct testhost *host, const char *facts, const char *script, int32_t time) {
    struct testcall *session = calloc(1, sizeof *session);
    char *own_facts = strdup(facts);
    char *own_script = strdup(script);
    if (session == NULL || own_facts == NULL || own_script == NULL) {
        free(session);
        free(own_facts);
        free(own_script);
        return NULL;
    }
    session->host = host;
    session->time = (enum testcall_time)time;
    pthread_mutex_init(&session->lock, NULL);
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&session->changed, &attributes);
    pthread_condattr_destroy(&attributes);
    read_script(session, own_script);
    session->call = open_call(session, own_facts);
    free(own_facts);
    free(own_script);
    if (session->call == NULL) {
        free_session(session);
        return NULL;
    }
    session->id = ivrea_call_id(session->call);
    if (!start_thread(session)) {
        ivrea_call_close(session->call);
        free_session(session);
        return NULL;
    }
    return session;
}

void testcall_key(struct testcall *session, int32_t key) {
    pthread_mutex_lock(&session->lock);
    if (session->pending_count < MAX_PENDING) {
        session->pending[session->pending_count++] = (char)key;
        pthread_cond_broadcast(&session->changed);
    }
    pthread_mutex_unlock(&session->lock);
}

void testcall_hang_up(struct testcall *session, const char *cause, const char *side) {
    end_session(session, IVREA_CHANNEL_HUNG_UP, cause, side);
}

int32_t testcall_join(struct testcall *session, int32_t timeout_ms) {
    int64_t deadline = wall_ms() + timeout_ms;
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += timeout_ms / 1000 + 1;
    pthread_mutex_lock(&session->lock);
    while (!session->ended && wall_ms() < deadline) {
        pthread_cond_timedwait(&session->changed, &session->lock, &until);
    }
    bool ended = session->ended;
    pthread_mutex_unlock(&session->lock);
    if (!ended) {
        return -1;
    }
    pthread_join(session->thread, NULL);
    return 0;
}

const char *testcall_journal(struct testcall *session) {
    pthread_mutex_lock(&session->lock);
    free(session->journal_shown);
    session->journal_shown = strdup(session->journal == NULL ? "" : session->journal);
    const char *shown = session->journal_shown;
    pthread_mutex_unlock(&session->lock);
    return shown == NULL ? "" : shown;
}

const char *testcall_fallback(struct testcall *session) {
    return session->fallback;
}

void testcall_free(struct testcall *session) {
    free_session(session);
}
