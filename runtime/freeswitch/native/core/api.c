/* What Java calls: struct ivrea_api. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

static int64_t api_next(void *host, void *buffer, int64_t capacity, int32_t timeout_ms) {
    struct ivrea_core *core = host;
    if (!ivrea_leader_take(&core->leader)) {
        ivrea_core_log(core, NULL, 1, "The system does not let the thread that runs flows go before those of calls. Under"
                       " heavy load calls are refused sooner. Give FreeSWITCH CAP_SYS_NICE, or LimitNICE=-10 in its unit.");
    }
    return ivrea_queue_take(&core->queue, buffer, capacity, timeout_ms);
}

static struct ivrea_waiting *waiting_of(const char *record, uint32_t size) {
    struct ivrea_waiting *waiting = malloc(sizeof *waiting + size);
    if (waiting != NULL) {
        waiting->next = NULL;
        waiting->broken = false;
        memcpy(waiting->record, record, size);
    }
    return waiting;
}

static void free_waiting(struct ivrea_waiting *first) {
    while (first != NULL) {
        struct ivrea_waiting *next = first->next;
        free(first);
        first = next;
    }
}

/* Copies operations to a list. Returns how many, or what is wrong. */
static int32_t copy_operations(const char *records, int64_t bytes, struct ivrea_waiting **first, bool *releases) {
    int32_t count = 0;
    struct ivrea_waiting **last = first;
    *first = NULL;
    *releases = false;
    for (int64_t at = 0; at < bytes; count++) {
        struct ivrea_record record = ivrea_record_at(records + at);
        if (record.type < IVREA_ANSWER || record.type > IVREA_RELEASE || *releases) {
            return IVREA_MALFORMED;
        }
        *releases = record.type == IVREA_RELEASE;
        *last = waiting_of(records + at, record.size);
        if (*last == NULL) {
            return IVREA_FULL;
        }
        last = &(*last)->next;
        at += record.size;
    }
    return count;
}

static int32_t api_submit(void *host, uint64_t id, const void *records, int64_t bytes) {
    struct ivrea_core *core = host;
    if (!ivrea_records_valid(records, bytes)) {
        return IVREA_MALFORMED;
    }
    struct ivrea_waiting *first;
    bool releases;
    int32_t count = copy_operations(records, bytes, &first, &releases);
    struct ivrea_call *call = count < 0 ? NULL : ivrea_core_find(core, id);
    int32_t result = count < 0 ? count : 0;
    if (count >= 0 && call == NULL) {
        result = IVREA_GONE;
    } else if (call != NULL) {
        if (call->releasing) {
            result = IVREA_GONE;
        } else if (call->waiting + count > core->limits.max_waiting && !releases) {
            result = IVREA_FULL;
        } else if (first != NULL) {
            *call->last = first;
            while (*call->last != NULL) {
                call->last = &(*call->last)->next;
            }
            call->waiting += count;
            call->releasing = releases;
            first = NULL;
            pthread_cond_signal(&call->wake);
        }
        pthread_mutex_unlock(&call->lock);
    }
    free_waiting(first);
    return result;
}

/* Has an operation break off, whether it runs or waits. Call locked. */
static void break_operation(struct ivrea_call *call, uint64_t operation) {
    if (call->running == operation) {
        atomic_store(&call->broken, true);
    }
    for (struct ivrea_waiting *waiting = call->first; waiting != NULL; waiting = waiting->next) {
        if (ivrea_record_at(waiting->record).operation == operation) {
            waiting->broken = true;
        }
    }
}

static bool keep_announcement(struct ivrea_call *call, const void *record, int64_t bytes) {
    char *copy = malloc((size_t)bytes);
    if (copy == NULL) {
        return false;
    }
    memcpy(copy, record, (size_t)bytes);
    free(call->announcement);
    call->announcement = copy;
    return true;
}

static int32_t api_control(void *host, uint64_t id, const void *record, int64_t bytes) {
    struct ivrea_core *core = host;
    if (!ivrea_records_valid(record, bytes) || bytes == 0 || ivrea_record_at(record).size != bytes) {
        return IVREA_MALFORMED;
    }
    struct ivrea_record header = ivrea_record_at(record);
    if (header.type < IVREA_BREAK || header.type > IVREA_ANNOUNCEMENT) {
        return IVREA_MALFORMED;
    }
    struct ivrea_call *call = ivrea_core_find(core, id);
    if (call == NULL) {
        return IVREA_GONE;
    }
    int32_t result = 0;
    if (header.type == IVREA_BREAK) {
        break_operation(call, header.operation);
    } else if (call->running != header.operation) {
        result = 0;
    } else if (header.type == IVREA_ANNOUNCEMENT) {
        result = keep_announcement(call, record, bytes) ? 0 : IVREA_FULL;
    } else if (call->control_count < IVREA_MAX_CONTROLS) {
        /* Reading numbers leaves a record as it is. */
        struct ivrea_reader in = ivrea_reader_of((void *)record);
        call->controls[call->control_count].type = header.type;
        call->controls[call->control_count].value = ivrea_read_int(&in);
        call->control_count++;
        atomic_store(&call->controlled, true);
    } else {
        result = IVREA_FULL;
    }
    pthread_mutex_unlock(&call->lock);
    return result;
}

static char *copy_of(const char *text, int64_t bytes) {
    char *copy = bytes < 0 ? NULL : malloc((size_t)bytes + 1);
    if (copy != NULL) {
        memcpy(copy, text, (size_t)bytes);
        copy[bytes] = '\0';
    }
    return copy;
}

static int32_t api_reply(void *host, uint64_t number, int32_t ok, const char *text, int64_t bytes) {
    struct ivrea_core *core = host;
    char *copy = copy_of(text, bytes);
    int32_t result = copy == NULL ? IVREA_MALFORMED : IVREA_GONE;
    pthread_mutex_lock(&core->lock);
    for (struct ivrea_command *command = core->commands; command != NULL; command = command->next) {
        if (command->number == number && command->reply == NULL && copy != NULL) {
            command->reply = copy;
            command->ok = ok != 0;
            copy = NULL;
            result = 0;
            pthread_cond_broadcast(&core->replied);
        }
    }
    pthread_mutex_unlock(&core->lock);
    free(copy);
    return result;
}

static void api_ready(void *host, int32_t ready) {
    struct ivrea_core *core = host;
    pthread_mutex_lock(&core->lock);
    core->ready = ready != 0;
    pthread_mutex_unlock(&core->lock);
}

static int64_t api_now(void *host, uint64_t id) {
    struct ivrea_call *call = ivrea_core_find(host, id);
    if (call == NULL) {
        return IVREA_GONE;
    }
    int64_t now = ivrea_call_now(call);
    pthread_mutex_unlock(&call->lock);
    return now;
}

static void api_log(void *host, uint64_t id, int32_t level, const char *text, int64_t bytes) {
    struct ivrea_core *core = host;
    char *copy = copy_of(text, bytes);
    if (copy == NULL) {
        return;
    }
    struct ivrea_call *call = id == 0 ? NULL : ivrea_core_find(core, id);
    char *uuid = call == NULL ? NULL : copy_of(call->uuid, (int64_t)strlen(call->uuid));
    if (call != NULL) {
        pthread_mutex_unlock(&call->lock);
    }
    ivrea_core_log(core, uuid, level, copy);
    free(uuid);
    free(copy);
}

static void api_wake(void *host) {
    struct ivrea_core *core = host;
    ivrea_queue_wake(&core->queue);
}

static int64_t api_modules(void *host, char *text, int64_t capacity) {
    struct ivrea_core *core = host;
    pthread_mutex_lock(&core->lock);
    bool stopping = core->stopping;
    pthread_mutex_unlock(&core->lock);
    return stopping || core->host->modules == NULL ? IVREA_UNKNOWN
                                                   : core->host->modules(core->context, text, capacity < 0 ? 0 : capacity);
}

static int32_t api_stats(void *host, int64_t *values, int32_t count) {
    struct ivrea_core *core = host;
    struct ivrea_backlog backlog = ivrea_queue_backlog(&core->queue, ivrea_core_now(core));
    pthread_mutex_lock(&core->lock);
    const int64_t all[IVREA_STAT_COUNT] = {
        [IVREA_STAT_LIVE] = core->live,
        [IVREA_STAT_STARTED] = core->started,
        [IVREA_STAT_REFUSED] = core->refused,
        [IVREA_STAT_ABANDONED] = core->abandoned,
        [IVREA_STAT_OPERATIONS] = atomic_load(&core->operations),
        [IVREA_STAT_RECORDS] = backlog.records,
        [IVREA_STAT_QUEUED_BYTES] = backlog.bytes,
        [IVREA_STAT_QUEUED_PEAK] = backlog.peak,
        [IVREA_STAT_OLDEST_MS] = backlog.oldest_ms,
    };
    pthread_mutex_unlock(&core->lock);
    int32_t given = count < IVREA_STAT_COUNT ? count : IVREA_STAT_COUNT;
    for (int32_t i = 0; i < given; i++) {
        values[i] = all[i];
    }
    return given < 0 ? 0 : given;
}

struct ivrea_api ivrea_api_of(struct ivrea_core *core) {
    return (struct ivrea_api){
        .version = IVREA_VERSION,
        .size = sizeof(struct ivrea_api),
        .host = core,
        .next = api_next,
        .submit = api_submit,
        .control = api_control,
        .reply = api_reply,
        .ready = api_ready,
        .now = api_now,
        .log = api_log,
        .stats = api_stats,
        .wake = api_wake,
        .modules = api_modules,
    };
}
