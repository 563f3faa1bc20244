/* The completion queue: records from all calls' threads to the one that polls for the runtime. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "internal.h"

enum { PREFIX = sizeof(int64_t) };

bool ivrea_condition_open(pthread_cond_t *condition) {
    pthread_condattr_t attributes;
    if (pthread_condattr_init(&attributes) != 0) {
        return false;
    }
    bool opened = pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC) == 0
        && pthread_cond_init(condition, &attributes) == 0;
    pthread_condattr_destroy(&attributes);
    return opened;
}

bool ivrea_condition_wait(pthread_cond_t *condition, pthread_mutex_t *lock, int64_t timeout_ms) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += timeout_ms / 1000;
    until.tv_nsec += timeout_ms % 1000 * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    return pthread_cond_timedwait(condition, lock, &until) != ETIMEDOUT;
}

bool ivrea_queue_open(struct ivrea_queue *queue) {
    memset(queue, 0, sizeof *queue);
    if (pthread_mutex_init(&queue->lock, NULL) != 0) {
        return false;
    }
    if (!ivrea_condition_open(&queue->filled)) {
        pthread_mutex_destroy(&queue->lock);
        return false;
    }
    return true;
}

void ivrea_queue_free(struct ivrea_queue *queue) {
    free(queue->bytes);
    pthread_cond_destroy(&queue->filled);
    pthread_mutex_destroy(&queue->lock);
}

/* Makes room behind the tail. Queue locked. */
static bool make_room(struct ivrea_queue *queue, size_t size) {
    if (queue->capacity - queue->tail >= size) {
        return true;
    }
    size_t used = queue->tail - queue->head;
    if (queue->head > 0) {
        memmove(queue->bytes, queue->bytes + queue->head, used);
        queue->head = 0;
        queue->tail = used;
    }
    size_t capacity = queue->capacity == 0 ? 65536 : queue->capacity;
    while (capacity - used < size) {
        capacity *= 2;
    }
    if (capacity > queue->capacity) {
        char *bytes = realloc(queue->bytes, capacity);
        if (bytes == NULL) {
            return false;
        }
        queue->bytes = bytes;
        queue->capacity = capacity;
    }
    return true;
}

bool ivrea_queue_put(struct ivrea_queue *queue, const struct ivrea_writer *records, int64_t now_ms, bool wanted) {
    if (records->failed) {
        return false;
    }
    pthread_mutex_lock(&queue->lock);
    bool room = make_room(queue, PREFIX + records->used);
    if (room) {
        memcpy(queue->bytes + queue->tail, &now_ms, PREFIX);
        memcpy(queue->bytes + queue->tail + PREFIX, records->bytes, records->used);
        queue->tail += PREFIX + records->used;
        if (queue->tail - queue->head > queue->peak) {
            queue->peak = queue->tail - queue->head;
        }
        if (wanted) {
            queue->wanted_since = queue->wanted ? queue->wanted_since : now_ms;
            queue->wanted = true;
            pthread_cond_signal(&queue->filled);
        }
    }
    pthread_mutex_unlock(&queue->lock);
    return room;
}

/* Moves as many whole records as fit. Queue locked. */
static int64_t move(struct ivrea_queue *queue, char *buffer, int64_t capacity) {
    int64_t moved = 0;
    while (queue->head < queue->tail) {
        const char *record = queue->bytes + queue->head + PREFIX;
        uint32_t size = ivrea_record_at(record).size;
        if (size > (uint64_t)(capacity - moved)) {
            return moved == 0 ? IVREA_TOO_SMALL : moved;
        }
        memcpy(buffer + moved, record, size);
        moved += size;
        queue->head += PREFIX + size;
        queue->records++;
    }
    queue->head = 0;
    queue->tail = 0;
    queue->wanted = false;
    return moved;
}

int64_t ivrea_queue_take(struct ivrea_queue *queue, char *buffer, int64_t capacity, int32_t timeout_ms) {
    pthread_mutex_lock(&queue->lock);
    bool in_time = true;
    while (queue->head == queue->tail && !queue->closed && !queue->woken && in_time) {
        in_time = ivrea_condition_wait(&queue->filled, &queue->lock, timeout_ms);
    }
    queue->woken = false;
    int64_t moved = queue->head == queue->tail && queue->closed ? IVREA_CLOSED : move(queue, buffer, capacity);
    pthread_mutex_unlock(&queue->lock);
    return moved;
}

void ivrea_queue_wake(struct ivrea_queue *queue) {
    pthread_mutex_lock(&queue->lock);
    queue->woken = true;
    pthread_cond_signal(&queue->filled);
    pthread_mutex_unlock(&queue->lock);
}

void ivrea_queue_end(struct ivrea_queue *queue, bool ended) {
    pthread_mutex_lock(&queue->lock);
    queue->closed = ended;
    pthread_cond_broadcast(&queue->filled);
    pthread_mutex_unlock(&queue->lock);
}

struct ivrea_backlog ivrea_queue_backlog(struct ivrea_queue *queue, int64_t now_ms) {
    pthread_mutex_lock(&queue->lock);
    struct ivrea_backlog backlog = {
        .bytes = (int64_t)(queue->tail - queue->head),
        .peak = (int64_t)queue->peak,
        .records = queue->records,
    };
    if (queue->wanted) {
        int64_t since;
        memcpy(&since, queue->bytes + queue->head, PREFIX);
        /* Some were taken, or others were there before. */
        backlog.oldest_ms = now_ms - (since > queue->wanted_since ? since : queue->wanted_since);
    }
    pthread_mutex_unlock(&queue->lock);
    return backlog;
}
