/*
 * Drives the seats of queues without a switch, for the sanitizers: callers who come at the same moment, over and over, and
 * a queue that lists each of them at any moment before or after their uuid is known. As many get a seat as there is room.
 *     seats ROUNDS [race]      plants one that ThreadSanitizer must find
 */
#define _GNU_SOURCE
#include "seats.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CALLERS = 8, UUID_SIZE = 16, QUEUES = 2 };

static const char *const queues[QUEUES] = {"sales", "small"};
static pthread_barrier_t together;
static int rounds;
static atomic_int seated[QUEUES];
static atomic_int wrong;
static bool unguarded;
static int touched; /* by all, for the planted race */

/* What the queues list. */
static struct {
    pthread_mutex_t lock;
    char uuids[QUEUES][CALLERS][UUID_SIZE];
} listed = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void list(int queue, int caller, const char *uuid) {
    pthread_mutex_lock(&listed.lock);
    snprintf(listed.uuids[queue][caller], UUID_SIZE, "%s", uuid);
    pthread_mutex_unlock(&listed.lock);
}

static int read_list(int queue, char *text) {
    int count = 0;
    pthread_mutex_lock(&listed.lock);
    for (int i = 0; i < CALLERS; i++) {
        if (listed.uuids[queue][i][0] != '\0') {
            text = stpcpy(stpcpy(text, listed.uuids[queue][i]), "\n");
            count++;
        }
    }
    pthread_mutex_unlock(&listed.lock);
    *text = '\0';
    return count;
}

static bool take(struct ivrea_seat *seat, int queue, int room) {
    enum ivrea_seat_answer answer = IVREA_SEAT_PERHAPS;
    while (answer == IVREA_SEAT_PERHAPS) {
        char text[CALLERS * UUID_SIZE + 1];
        int count = read_list(queue, text);
        answer = ivrea_seat_take(seat, queues[queue], room, text, count);
        sched_yield();
    }
    return answer == IVREA_SEAT_TAKEN;
}

/* One moment at which all come, and one at which all have gone. */
static void come_and_go(int caller, int round, unsigned *seed) {
    struct ivrea_seat seat;
    char uuid[UUID_SIZE];
    int queue = caller % QUEUES;
    int room = 1 + round % (CALLERS / QUEUES);
    snprintf(uuid, sizeof uuid, "u%d-%d", caller, round % 1000);
    pthread_barrier_wait(&together);
    bool there = take(&seat, queue, room);
    if (unguarded) {
        touched++;
    }
    if (there) {
        atomic_fetch_add(&seated[queue], 1);
        bool first = rand_r(seed) % 2;
        if (first) {
            list(queue, caller, uuid);
        }
        ivrea_seat_known(&seat, uuid);
        if (!first) {
            list(queue, caller, uuid);
        }
    }
    pthread_barrier_wait(&together);
    if (caller < QUEUES && atomic_exchange(&seated[queue], 0) != room) {
        atomic_fetch_add(&wrong, 1);
    }
    pthread_barrier_wait(&together);
    if (there) {
        list(queue, caller, "");
        ivrea_seat_leave(&seat);
    }
}

static void *caller(void *data) {
    unsigned seed = (unsigned)(uintptr_t)data;
    for (int i = 0; i < rounds; i++) {
        come_and_go((int)(uintptr_t)data, i, &seed);
    }
    return NULL;
}

int main(int count, char **words) {
    rounds = count > 1 ? atoi(words[1]) : 400;
    unguarded = count > 2 && strcmp(words[2], "race") == 0;
    pthread_t callers[CALLERS];
    pthread_barrier_init(&together, NULL, CALLERS);
    for (uintptr_t i = 0; i < CALLERS; i++) {
        pthread_create(&callers[i], NULL, caller, (void *)i);
    }
    for (int i = 0; i < CALLERS; i++) {
        pthread_join(callers[i], NULL);
    }
    pthread_barrier_destroy(&together);
    printf("rounds %d, wrong %d\n", rounds, atomic_load(&wrong));
    return atomic_load(&wrong) == 0 ? 0 : 1;
}
