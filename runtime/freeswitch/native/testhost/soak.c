/*
 * Drives the core without Java, for the sanitizers: many calls at once, callers who press keys and hang up at any moment,
 * operators who break operations, and a runtime of a few lines that submits every kind of operation.
 *     soak CALLS [FAULT]      FAULT plants one that a sanitizer must find: use-after-free, leak, undefined, race
 */
#define _GNU_SOURCE
#include <inttypes.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "record.h"
#include "testhost.h"

enum { AT_ONCE = 40, STEPS = 14, BUFFER_SIZE = 1 << 18, PATIENCE_MS = 30000 };

static struct testhost *host;
static const struct ivrea_api *api;
static const char *fault = "";
static int64_t unguarded; /* by both threads, for the planted race */

/* What the runtime saw. Of its thread, until that is joined. */
static int64_t started;
static int64_t hung_up;
static int64_t ended;
static int64_t completed;

static bool planted(const char *name) {
    return strcmp(fault, name) == 0;
}

/* ---------------------------------------------------------------------------------------------------- the runtime */

static void texts(struct ivrea_writer *out, const char *const *fields) {
    for (; *fields != NULL; fields++) {
        ivrea_write_text(out, *fields);
    }
}

static void operation(struct ivrea_writer *out, int type, int flags, uint64_t call, uint64_t number,
                      const char *const *fields) {
    size_t at = out->used;
    ivrea_write_begin(out, type, call, number, 0);
    texts(out, fields);
    ivrea_write_end(out);
    uint16_t written = (uint16_t)flags;
    memcpy(out->bytes + at + offsetof(struct ivrea_record, flags), &written, sizeof written);
}

/* One step of a call's way; after the last the call is released. */
static void step(uint64_t call, uint64_t number) {
#define FIELDS(...) (const char *const[]){__VA_ARGS__, NULL}
    struct ivrea_writer out = {0};
    const char *none[] = {NULL};
    switch (number % STEPS) {
    case 1:
        operation(&out, IVREA_ANSWER, IVREA_LINKED | IVREA_QUIET, call, number, none);
        operation(&out, IVREA_SET_VARIABLE, IVREA_QUIET, call, number, FIELDS("name", "value"));
        operation(&out, IVREA_PLAY, IVREA_KEYS, call, number, FIELDS("1", "12", "2", "S20", "N440\x1f" "60"));
        break;
    case 2:
        operation(&out, IVREA_COLLECT, 0, call, number,
                  FIELDS("0123456789", "1", "4", "#", "60", "40", "2", "12", "345", "1", "Ten\x1f\x1fhello"));
        break;
    case 3:
        operation(&out, IVREA_SLEEP, 0, call, number, FIELDS("30", "*"));
        break;
    case 4:
        operation(&out, IVREA_RECORD, 0, call, number, FIELDS("/nowhere/message.wav", "0", "40", "10", "#"));
        break;
    case 5:
        operation(&out, IVREA_DIAL, 0, call, number,
                  FIELDS("50", "0", "", "", "2", "user/1", "user/2", "1", "N500\x1f" "20", "0"));
        break;
    case 6:
        operation(&out, IVREA_QUEUE, 0, call, number,
                  FIELDS("sales", "0", "60", "9", "10", "20", "1", "N500\x1f" "20"));
        break;
    case 7:
        operation(&out, IVREA_EXECUTE, IVREA_LINKED, call, number, FIELDS("echo", "1"));
        operation(&out, IVREA_SEND_DTMF, 0, call, number + STEPS * 1000, FIELDS("12", "5", "5"));
        break;
    case 8:
        operation(&out, IVREA_LISTEN, 0, call, number,
                  FIELDS("1", "", "", "en", "30", "10", "40", "1", "1", "yes", "1", "N500\x1f" "20"));
        break;
    case 9:
        operation(&out, IVREA_EMIT, IVREA_QUIET, call, number, FIELDS("ivrea::call", "1", "name", "value"));
        operation(&out, IVREA_SLEEP, 0, call, number, FIELDS("0", ""));
        break;
    case 10:
        operation(&out, call % 3 == 0 ? IVREA_TRANSFER : IVREA_SLEEP, 0, call, number, FIELDS("10", "", "0"));
        break;
    default:
        operation(&out, IVREA_HANGUP, IVREA_QUIET, call, number, FIELDS("NORMAL_CLEARING"));
        operation(&out, IVREA_RELEASE, IVREA_QUIET, call, number, FIELDS(call % 5 == 0 ? "1" : "0", "soak"));
        break;
    }
    api->submit(api->host, call, out.bytes, (int64_t)out.used);
    ivrea_write_free(&out);
}

static void control(uint64_t call, uint64_t number, int type, const char *const *fields) {
    struct ivrea_writer out = {0};
    operation(&out, type, 0, call, number, fields);
    api->control(api->host, call, out.bytes, (int64_t)out.used);
    ivrea_write_free(&out);
}

static void take(char *record) {
    struct ivrea_record header = ivrea_record_at(record);
    struct ivrea_reader in = ivrea_reader_of(record);
    switch (header.type) {
    case IVREA_STARTED:
        started++;
        step(header.call, 1);
        break;
    case IVREA_COMPLETED:
        completed++;
        if (header.operation < STEPS * 1000) {
            const char *status = ivrea_read_text(&in);
            step(header.call, strcmp(status, "hangup") == 0 ? STEPS : header.operation + 1);
        }
        break;
    case IVREA_KEY:
        control(header.call, header.operation, IVREA_PAUSE, FIELDS(""));
        control(header.call, header.operation, IVREA_SEEK, FIELDS("-5"));
        control(header.call, header.operation, IVREA_VOLUME, FIELDS("2"));
        control(header.call, header.operation, IVREA_RESUME, FIELDS(""));
        break;
    case IVREA_ANNOUNCE:
        control(header.call, header.operation, IVREA_ANNOUNCEMENT, FIELDS("1", "N600\x1f" "10"));
        break;
    case IVREA_HUNG_UP:
        hung_up++;
        break;
    case IVREA_ENDED:
        ended++;
        api->now(api->host, header.call);
        break;
    case IVREA_COMMAND:
        api->reply(api->host, header.operation, 1, "fine", 4);
        break;
    default:
        break;
    }
}

static void *runtime(void *data) {
    (void)data;
    char *buffer = malloc(BUFFER_SIZE);
    int64_t filled;
    while (buffer != NULL && (filled = api->next(api->host, buffer, BUFFER_SIZE, 1000)) >= 0) {
        for (int64_t at = 0; at < filled; at += ivrea_record_at(buffer + at).size) {
            take(buffer + at);
        }
        if (planted("race")) {
            unguarded++;
        }
    }
    free(buffer);
    return NULL;
}

/* ---------------------------------------------------------------------------------------------------------- callers */

static struct testcall *place(int number, unsigned *seed) {
    char facts[128];
    char script[512];
    snprintf(facts, sizeof facts, "uuid=call-%d\ncaller=1\ncalled=2\nflow=soak\nvariable.a=b\nargument.c=d", number);
    int key = rand_r(seed) % 60;
    int end = rand_r(seed) % 200;
    snprintf(script, sizeof script,
             "%d key %c\n%d key #\n%d hangup NORMAL_CLEARING caller\nanswer dial answered 10 20\nanswer queue answered 40 10 -\n"
             "answer listen speech 0.5 yes\nanswer transfer %d",
             key, "0123456789*#"[rand_r(seed) % 12], key + 30, end < 150 ? end : 100000, number % 2);
    return testhost_call(host, facts, script, number % 2 ? TESTCALL_REAL : TESTCALL_SCRIPTED);
}

static void disturb(struct testcall *call, int number, unsigned *seed) {
    char uuid[32];
    snprintf(uuid, sizeof uuid, "call-%d", number);
    switch (rand_r(seed) % 4) {
    case 0:
        testcall_key(call, '5');
        break;
    case 1:
        testcall_hang_up(call, "MANAGER_REQUEST", "system");
        break;
    case 2:
        testhost_break(host, uuid);
        break;
    default:
        testhost_free(testhost_command(host, "status", PATIENCE_MS));
        break;
    }
    if (planted("race")) {
        unguarded++;
    }
}

/* Places calls, up to AT_ONCE at a time. Returns how many were taken, or -1 when one hangs. */
static int64_t callers(int calls) {
    unsigned seed = 4711;
    int64_t placed = 0;
    for (int first = 0; first < calls; first += AT_ONCE) {
        struct testcall *up[AT_ONCE] = {NULL};
        for (int i = 0; i < AT_ONCE && first + i < calls; i++) {
            up[i] = place(first + i, &seed);
            placed += up[i] != NULL;
        }
        for (int i = 0; i < AT_ONCE; i++) {
            if (up[i] != NULL) {
                disturb(up[i], first + i, &seed);
            }
        }
        for (int i = 0; i < AT_ONCE; i++) {
            if (up[i] != NULL && testcall_join(up[i], PATIENCE_MS) != 0) {
                fprintf(stderr, "a call hangs; done: %s\n", testcall_journal(up[i]));
                return -1;
            }
            if (up[i] != NULL) {
                testcall_free(up[i]);
            }
        }
    }
    return placed;
}

/* Kept from the compiler, which would find the faults by itself. */
static volatile int largest = INT_MAX;
static char *volatile gone;

static void plant(void) {
    if (planted("use-after-free")) {
        gone = calloc(1, 16);
        free(gone);
        fprintf(stderr, "%d\n", *gone);
    } else if (planted("leak")) {
        gone = malloc(4711);
        gone = NULL;
    } else if (planted("undefined")) {
        fprintf(stderr, "%d\n", largest + 1);
    }
}

int main(int count, char **words) {
    int calls = count > 1 ? atoi(words[1]) : 400;
    fault = count > 2 ? words[2] : "";
    host = testhost_open("flows=/nowhere", 0, 60000, 60000, 2000);
    if (host == NULL) {
        return 1;
    }
    api = testhost_api(host);
    pthread_t thread;
    pthread_create(&thread, NULL, runtime, NULL);
    api->ready(api->host, 1);
    int64_t placed = callers(calls);
    plant();
    if (placed < 0) {
        return 1;
    }
    testhost_shut_down(host);
    pthread_join(thread, NULL);
    int64_t stats[IVREA_STAT_COUNT];
    api->stats(api->host, stats, IVREA_STAT_COUNT);
    bool right = started == placed && hung_up == placed && ended == placed && stats[IVREA_STAT_LIVE] == 0
        && stats[IVREA_STAT_QUEUED_BYTES] == 0;
    printf("calls %" PRId64 ", started %" PRId64 ", hung up %" PRId64 ", ended %" PRId64 ", operations %" PRId64
           ", live %" PRId64 "\n", placed, started, hung_up, ended, stats[IVREA_STAT_OPERATIONS],
           stats[IVREA_STAT_LIVE]);
    testhost_close(host);
    return right ? 0 : 1;
}
