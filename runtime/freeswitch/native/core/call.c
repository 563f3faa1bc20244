/* One call: its queue of operations, its thread's loop, and its end. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum {
    /* The runtime answers within a fraction of a millisecond as a rule: waiting this long for it, and only then reading
       a media frame, lets the next prompt begin in the same frame slot. */
    FIRST_WAIT_MS = 10
};

static const char *const HUNG_UP_CAUSE = "NORMAL_CLEARING";
static const char *const TRANSFER_CAUSE = "BLIND_TRANSFER";

/* Puts the call's record into the queue. Not wanted: no flow waits for it any more. */
static void report(struct ivrea_call *call, bool wanted) {
    if (!ivrea_queue_put(&call->core->queue, &call->record, ivrea_core_now(call->core), wanted)) {
        atomic_store(&call->lost, true);
    }
    ivrea_write_reset(&call->record);
}

/* ------------------------------------------------------------------------------------------------- beginning, end */

static void report_start(struct ivrea_call *call, const struct ivrea_start *start) {
    struct ivrea_writer *out = &call->record;
    ivrea_write_begin(out, IVREA_STARTED, call->id, 0, 0);
    ivrea_write_text(out, start->uuid);
    ivrea_write_text(out, start->caller);
    ivrea_write_text(out, start->called);
    ivrea_write_text(out, start->flow);
    ivrea_write_int(out, start->argument_count);
    for (int i = 0; i < 2 * start->argument_count; i++) {
        ivrea_write_text(out, start->arguments[i]);
    }
    ivrea_write_int(out, start->variable_count);
    for (int i = 0; i < 2 * start->variable_count; i++) {
        ivrea_write_text(out, start->variables[i]);
    }
    ivrea_write_end(out);
    ivrea_call_report(call);
}

static void free_call(struct ivrea_call *call) {
    while (call->first != NULL) {
        struct ivrea_waiting *next = call->first->next;
        free(call->first);
        call->first = next;
    }
    ivrea_write_free(&call->timeline);
    ivrea_write_free(&call->result);
    ivrea_write_free(&call->record);
    free(call->announcement);
    free(call->played_announcement);
    free(call->uuid);
    free(call->flow);
    free(call);
}

static struct ivrea_call *new_call(struct ivrea_core *core, const struct ivrea_start *start, void *session) {
    struct ivrea_call *call = calloc(1, sizeof *call);
    if (call == NULL) {
        return NULL;
    }
    call->core = core;
    call->session = session;
    call->uuid = strdup(start->uuid);
    call->flow = strdup(start->flow);
    call->last = &call->first;
    call->until = INT64_MAX;
    if (call->uuid == NULL || call->flow == NULL || pthread_mutex_init(&call->lock, NULL) != 0) {
        free_call(call);
        return NULL;
    }
    if (!ivrea_condition_open(&call->wake)) {
        pthread_mutex_destroy(&call->lock);
        free_call(call);
        return NULL;
    }
    return call;
}

/* Finds the call a slot. Core locked. */
static void take_slot(struct ivrea_core *core, struct ivrea_call *call) {
    uint32_t index = 0;
    while (core->slots[index] != NULL) {
        index++;
    }
    call->id = (uint64_t)++core->generations[index] << 32 | index;
    core->slots[index] = call;
    core->live++;
    core->started++;
}

struct ivrea_call *ivrea_call_open(struct ivrea_core *core, const struct ivrea_start *start, void *session,
                                   const char **reason) {
    struct ivrea_call *call = new_call(core, start, session);
    pthread_mutex_lock(&core->lock);
    *reason = call == NULL ? "memory is short" : ivrea_core_refusal(core);
    if (*reason != NULL) {
        core->refused++;
    } else {
        take_slot(core, call);
    }
    pthread_mutex_unlock(&core->lock);
    if (*reason != NULL) {
        if (call != NULL) {
            pthread_cond_destroy(&call->wake);
            pthread_mutex_destroy(&call->lock);
            free_call(call);
        }
        return NULL;
    }
    call->began = core->host->now(core->context, session);
    report_start(call, start);
    return call;
}

void ivrea_call_close(struct ivrea_call *call) {
    struct ivrea_core *core = call->core;
    pthread_mutex_lock(&call->lock);
    ivrea_call_end_locked(call, HUNG_UP_CAUSE, "system");
    ivrea_write_begin(&call->record, IVREA_ENDED, call->id, 0, ivrea_call_now(call));
    ivrea_write_end(&call->record);
    report(call, !call->releasing);
    pthread_mutex_unlock(&call->lock);

    pthread_mutex_lock(&core->lock);
    core->slots[(uint32_t)call->id] = NULL;
    core->live--;
    if (core->stopping && core->live == 0) {
        ivrea_queue_end(&core->queue, true);
    }
    pthread_mutex_unlock(&core->lock);

    /* Whoever found the call before it left the table is through when the lock can be had. */
    pthread_mutex_lock(&call->lock);
    pthread_mutex_unlock(&call->lock);
    pthread_cond_destroy(&call->wake);
    pthread_mutex_destroy(&call->lock);
    free_call(call);
}

void ivrea_call_end_locked(struct ivrea_call *call, const char *cause, const char *side) {
    if (atomic_load(&call->hung_up)) {
        return;
    }
    bool transferred = call->running_type == IVREA_TRANSFER && strcmp(side, "caller") != 0;
    struct ivrea_writer out = {0};
    ivrea_write_begin(&out, IVREA_HUNG_UP, call->id, 0, ivrea_call_now(call));
    ivrea_write_text(&out, transferred ? TRANSFER_CAUSE : cause);
    ivrea_write_text(&out, transferred ? "transferred" : call->running_type == IVREA_HANGUP ? "flow" : side);
    ivrea_write_end(&out);
    if (!ivrea_queue_put(&call->core->queue, &out, ivrea_core_now(call->core), !call->releasing)) {
        atomic_store(&call->lost, true);
    }
    ivrea_write_free(&out);
    atomic_store(&call->hung_up, true);
    pthread_cond_signal(&call->wake);
}

void ivrea_call_report(struct ivrea_call *call) {
    report(call, true);
}

bool ivrea_call_over(struct ivrea_call *call) {
    if (!atomic_load(&call->hung_up)) {
        const char *cause = HUNG_UP_CAUSE;
        bool by_caller = false;
        enum ivrea_state state = call->core->host->state(call->session, &cause, &by_caller);
        if (state != IVREA_CHANNEL_UP) {
            pthread_mutex_lock(&call->lock);
            if (state == IVREA_CHANNEL_LEFT) {
                ivrea_call_end_locked(call, TRANSFER_CAUSE, "transferred");
            } else {
                ivrea_call_end_locked(call, cause, by_caller ? "caller" : "system");
            }
            pthread_mutex_unlock(&call->lock);
        }
    }
    return atomic_load(&call->hung_up);
}

/* -------------------------------------------------------------------------------------------------- the thread's loop */

/* The next operation, NULL when there was none for a while. It is the running one from now on. */
static struct ivrea_waiting *take(struct ivrea_call *call) {
    pthread_mutex_lock(&call->lock);
    if (call->first == NULL && !call->poked) {
        ivrea_condition_wait(&call->wake, &call->lock, FIRST_WAIT_MS);
    }
    call->poked = false;
    struct ivrea_waiting *taken = call->first;
    if (taken != NULL) {
        struct ivrea_record record = ivrea_record_at(taken->record);
        call->first = taken->next;
        if (call->first == NULL) {
            call->last = &call->first;
        }
        call->waiting--;
        call->running = record.operation;
        call->running_type = record.type;
        call->control_count = 0;
        free(call->announcement);
        call->announcement = NULL;
        atomic_store(&call->controlled, false);
        atomic_store(&call->broken, taken->broken);
        call->flags = record.flags;
    }
    pthread_mutex_unlock(&call->lock);
    return taken;
}

static bool works_after_the_end(int type) {
    return type == IVREA_SET_VARIABLE || type == IVREA_EMIT;
}

/* Reports a completion, if somebody waits for it. */
static void complete(struct ivrea_call *call, const char *status) {
    pthread_mutex_lock(&call->lock);
    uint64_t operation = call->running;
    call->running = 0;
    call->running_type = 0;
    pthread_mutex_unlock(&call->lock);
    if ((call->flags & IVREA_QUIET) == 0) {
        struct ivrea_writer *out = &call->record;
        ivrea_write_begin(out, IVREA_COMPLETED, call->id, operation, ivrea_call_now(call));
        ivrea_write_text(out, status);
        ivrea_write_text(out, call->code);
        ivrea_write_text(out, call->message);
        ivrea_write_int(out, call->timeline.fields);
        ivrea_write_fields(out, &call->timeline);
        ivrea_write_fields(out, &call->result);
        ivrea_write_end(out);
        ivrea_write_reset(&call->timeline);
        ivrea_call_report(call);
    }
    ivrea_write_reset(&call->result);
    call->code[0] = '\0';
    call->message[0] = '\0';
    call->flags = 0;
}

static const char *status_of(struct ivrea_call *call, enum ivrea_status status) {
    if (status == IVREA_STATUS_FAILED) {
        return "failed";
    }
    if (status == IVREA_STATUS_OVER || (status == IVREA_STATUS_STOPPED && atomic_load(&call->hung_up))) {
        /* The end of the call is always reported before what it ended. */
        pthread_mutex_lock(&call->lock);
        if (!atomic_load(&call->hung_up)) {
            pthread_mutex_unlock(&call->lock);
            if (!ivrea_call_over(call)) {
                pthread_mutex_lock(&call->lock);
                ivrea_call_end_locked(call, HUNG_UP_CAUSE, "system");
                pthread_mutex_unlock(&call->lock);
            }
        } else {
            pthread_mutex_unlock(&call->lock);
        }
        return "hangup";
    }
    return status == IVREA_STATUS_STOPPED && atomic_load(&call->broken) ? "break" : "done";
}

/* Runs an operation and reports what came of it. Returns whether a linked one may follow. */
static bool run(struct ivrea_call *call, struct ivrea_waiting *taken, bool cancelled) {
    int type = ivrea_record_at(taken->record).type;
    bool over = ivrea_call_over(call);
    if (over && !works_after_the_end(type)) {
        complete(call, "hangup");
        return false;
    }
    if (cancelled && !over) {
        complete(call, "cancelled");
        return false;
    }
    if (atomic_load(&call->broken)) {
        complete(call, "break");
        return false;
    }
    atomic_fetch_add(&call->core->operations, 1);
    const char *status = status_of(call, ivrea_operation_run(call, type, ivrea_reader_of(taken->record)));
    complete(call, status);
    return strcmp(status, "done") == 0;
}

/* What RELEASE says: the reason for the fallback, or NULL. */
static const char *released(struct ivrea_call *call, struct ivrea_waiting *taken) {
    struct ivrea_reader in = ivrea_reader_of(taken->record);
    bool fallback = ivrea_read_bool(&in);
    snprintf(call->fallback, sizeof call->fallback, "%s", ivrea_read_text(&in));
    return fallback ? call->fallback : NULL;
}

static const char *abandon(struct ivrea_call *call, const char *reason) {
    pthread_mutex_lock(&call->core->lock);
    call->core->abandoned++;
    pthread_mutex_unlock(&call->core->lock);
    return reason;
}

const char *ivrea_call_serve(struct ivrea_call *call) {
    bool cancelled = false;
    int64_t over_since = -1;
    while (!atomic_load(&call->lost)) {
        struct ivrea_waiting *taken = take(call);
        if (taken != NULL) {
            if (ivrea_record_at(taken->record).type == IVREA_RELEASE) {
                const char *fallback = released(call, taken);
                free(taken);
                return fallback;
            }
            bool linked = (call->flags & IVREA_LINKED) != 0;
            cancelled = !run(call, taken, cancelled) && linked;
            free(taken);
        } else if (ivrea_call_over(call)) {
            int64_t now = ivrea_core_now(call->core);
            over_since = over_since < 0 ? now : over_since;
            if (now - over_since > call->core->limits.linger_ms) {
                return abandon(call, NULL);
            }
        } else if (ivrea_core_stuck(call->core)) {
            return abandon(call, "the runtime does not answer any more");
        } else {
            call->core->host->idle(call->session, call);
        }
    }
    return abandon(call, "memory is short");
}

/* ------------------------------------------------------------------------------------------------------- for hosts */

int64_t ivrea_call_now(const struct ivrea_call *call) {
    return call->core->host->now(call->core->context, call->session) - call->began;
}

bool ivrea_call_taken(struct ivrea_call *call, int *type, int64_t *value) {
    if (!atomic_load(&call->controlled)) {
        return false;
    }
    pthread_mutex_lock(&call->lock);
    bool given = call->control_count > 0;
    if (given) {
        *type = call->controls[0].type;
        *value = call->controls[0].value;
        call->control_count--;
        memmove(call->controls, call->controls + 1, (size_t)call->control_count * sizeof call->controls[0]);
    }
    atomic_store(&call->controlled, call->control_count > 0);
    pthread_mutex_unlock(&call->lock);
    return given;
}

enum ivrea_status ivrea_call_fail(struct ivrea_call *call, const char *code, const char *message) {
    snprintf(call->code, sizeof call->code, "%s", code);
    snprintf(call->message, sizeof call->message, "%s", message);
    return IVREA_STATUS_FAILED;
}

void ivrea_call_announce(struct ivrea_call *call, int position, int64_t wait_ms) {
    ivrea_write_begin(&call->record, IVREA_ANNOUNCE, call->id, call->running, ivrea_call_now(call));
    ivrea_write_int(&call->record, position);
    ivrea_write_int(&call->record, wait_ms);
    ivrea_write_end(&call->record);
    ivrea_call_report(call);
}

bool ivrea_call_announcement(struct ivrea_call *call, struct ivrea_reader *audio) {
    pthread_mutex_lock(&call->lock);
    char *announcement = call->announcement;
    call->announcement = NULL;
    pthread_mutex_unlock(&call->lock);
    if (announcement == NULL) {
        return false;
    }
    free(call->played_announcement);
    call->played_announcement = announcement;
    *audio = ivrea_reader_of(announcement);
    return true;
}

void *ivrea_call_session(const struct ivrea_call *call) {
    return call->session;
}

const char *ivrea_call_uuid(const struct ivrea_call *call) {
    return call->uuid;
}

uint64_t ivrea_call_id(const struct ivrea_call *call) {
    return call->id;
}
