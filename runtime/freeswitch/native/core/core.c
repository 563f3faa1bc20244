/* The core itself: the table of calls, and what the host asks of the whole. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

const struct ivrea_limits ivrea_default_limits = {
    .max_calls = 1000,
    .max_waiting = 64,
    .busy_ms = 500,
    .stuck_ms = 5000,
    .linger_ms = 6000,
    .max_queue_bytes = 16 * 1024 * 1024,
};

int64_t ivrea_core_now(const struct ivrea_core *core) {
    return core->host->now(core->context, NULL);
}

void ivrea_core_log(const struct ivrea_core *core, const char *uuid, int level, const char *text) {
    core->host->log(core->context, uuid, level, text);
}

static struct ivrea_call *slot(const struct ivrea_core *core, uint64_t id) {
    uint32_t index = (uint32_t)id;
    struct ivrea_call *call = index < (uint32_t)core->limits.max_calls ? core->slots[index] : NULL;
    return call != NULL && call->id == id ? call : NULL;
}

struct ivrea_call *ivrea_core_find(struct ivrea_core *core, uint64_t id) {
    pthread_mutex_lock(&core->lock);
    struct ivrea_call *call = slot(core, id);
    if (call != NULL) {
        pthread_mutex_lock(&call->lock);
    }
    pthread_mutex_unlock(&core->lock);
    return call;
}

const char *ivrea_core_refusal(struct ivrea_core *core) {
    if (core->stopping) {
        return "the runtime is stopping";
    }
    if (!core->ready) {
        return "the runtime is not ready";
    }
    if (core->live >= core->limits.max_calls) {
        return "as many calls are up as the limit allows";
    }
    struct ivrea_backlog backlog = ivrea_queue_backlog(&core->queue, ivrea_core_now(core));
    if (backlog.oldest_ms > core->limits.busy_ms || backlog.bytes > core->limits.max_queue_bytes) {
        return "the runtime has more to do than it can";
    }
    return NULL;
}

bool ivrea_core_stuck(struct ivrea_core *core) {
    return ivrea_queue_backlog(&core->queue, ivrea_core_now(core)).oldest_ms > core->limits.stuck_ms;
}

/* --------------------------------------------------------------------------------------------- what the host calls */

static bool put_settings(struct ivrea_core *core, const char *const *settings, int count) {
    struct ivrea_writer out = {0};
    ivrea_write_begin(&out, IVREA_SETTINGS, 0, 0, 0);
    ivrea_write_int(&out, count);
    for (int i = 0; i < 2 * count; i++) {
        ivrea_write_text(&out, settings[i]);
    }
    ivrea_write_end(&out);
    bool put = ivrea_queue_put(&core->queue, &out, ivrea_core_now(core), true);
    ivrea_write_free(&out);
    return put;
}

struct ivrea_core *ivrea_core_open(const struct ivrea_host *host, void *context, const struct ivrea_limits *limits,
                                   const char *const *settings, int count) {
    struct ivrea_core *core = calloc(1, sizeof *core);
    if (core == NULL) {
        return NULL;
    }
    core->host = host;
    core->context = context;
    core->limits = *limits;
    ivrea_leader_open(&core->leader);
    core->api = ivrea_api_of(core);
    core->slots = calloc((size_t)limits->max_calls, sizeof *core->slots);
    core->generations = calloc((size_t)limits->max_calls, sizeof *core->generations);
    if (core->slots == NULL || core->generations == NULL || pthread_mutex_init(&core->lock, NULL) != 0
        || !ivrea_condition_open(&core->replied) || !ivrea_queue_open(&core->queue)) {
        free(core->slots);
        free(core->generations);
        free(core);
        return NULL;
    }
    if (!put_settings(core, settings, count)) {
        ivrea_core_close(core);
        return NULL;
    }
    return core;
}

const struct ivrea_api *ivrea_core_api(struct ivrea_core *core) {
    return &core->api;
}

void ivrea_core_shut_down(struct ivrea_core *core) {
    pthread_mutex_lock(&core->lock);
    bool first = !core->stopping;
    core->stopping = true;
    if (first) {
        struct ivrea_writer out = {0};
        ivrea_write_begin(&out, IVREA_SHUTDOWN, 0, 0, 0);
        ivrea_write_end(&out);
        ivrea_queue_put(&core->queue, &out, ivrea_core_now(core), true);
        ivrea_write_free(&out);
    }
    if (core->live == 0) {
        ivrea_queue_end(&core->queue, true);
    }
    pthread_mutex_unlock(&core->lock);
}

void ivrea_core_close(struct ivrea_core *core) {
    ivrea_queue_free(&core->queue);
    pthread_cond_destroy(&core->replied);
    pthread_mutex_destroy(&core->lock);
    free(core->slots);
    free(core->generations);
    free(core);
}

/* Takes a command off the list. Core locked. */
static void forget(struct ivrea_core *core, const struct ivrea_command *command) {
    struct ivrea_command **at = &core->commands;
    while (*at != command) {
        at = &(*at)->next;
    }
    *at = command->next;
}

char *ivrea_core_command(struct ivrea_core *core, const char *words, int64_t timeout_ms, bool *ok) {
    struct ivrea_command command = {0};
    int64_t deadline = ivrea_core_now(core) + timeout_ms;
    pthread_mutex_lock(&core->lock);
    command.number = ++core->last_command;
    command.next = core->commands;
    core->commands = &command;
    struct ivrea_writer out = {0};
    ivrea_write_begin(&out, IVREA_COMMAND, 0, command.number, 0);
    ivrea_write_text(&out, words);
    ivrea_write_end(&out);
    ivrea_queue_put(&core->queue, &out, ivrea_core_now(core), true);
    ivrea_write_free(&out);
    int64_t left = timeout_ms;
    while (command.reply == NULL && left > 0) {
        ivrea_condition_wait(&core->replied, &core->lock, left);
        left = deadline - ivrea_core_now(core);
    }
    forget(core, &command);
    pthread_mutex_unlock(&core->lock);
    *ok = command.ok;
    return command.reply;
}

void ivrea_core_hung_up(struct ivrea_core *core, uint64_t id, const char *cause, const char *side) {
    struct ivrea_call *call = ivrea_core_find(core, id);
    if (call != NULL) {
        ivrea_call_end_locked(call, cause, side);
        pthread_mutex_unlock(&call->lock);
    }
}

void ivrea_core_poke(struct ivrea_core *core, uint64_t id) {
    struct ivrea_call *call = ivrea_core_find(core, id);
    if (call != NULL) {
        call->poked = true;
        pthread_cond_signal(&call->wake);
        pthread_mutex_unlock(&call->lock);
    }
}

bool ivrea_core_break(struct ivrea_core *core, const char *uuid) {
    bool found = false;
    pthread_mutex_lock(&core->lock);
    for (int i = 0; i < core->limits.max_calls && !found; i++) {
        struct ivrea_call *call = core->slots[i];
        if (call != NULL && strcmp(call->uuid, uuid) == 0) {
            found = true;
            pthread_mutex_lock(&call->lock);
            if (call->running != 0) {
                atomic_store(&call->broken, true);
            }
            pthread_mutex_unlock(&call->lock);
        }
    }
    pthread_mutex_unlock(&core->lock);
    return found;
}

void ivrea_core_each_call(struct ivrea_core *core, void (*seen)(void *to, const char *uuid, const char *flow),
                          void *to) {
    pthread_mutex_lock(&core->lock);
    for (int i = 0; i < core->limits.max_calls; i++) {
        if (core->slots[i] != NULL) {
            seen(to, core->slots[i]->uuid, core->slots[i]->flow);
        }
    }
    pthread_mutex_unlock(&core->lock);
}
