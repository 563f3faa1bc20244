/*
 * A host without a telephone switch: it serves ivrea.h with calls that only exist in memory, so that everything on the
 * other side can be tested on any machine. Built as a library, to be driven from a test, and as a program.
 */
#ifndef IVREA_TESTHOST_H
#define IVREA_TESTHOST_H

#include <stdint.h>

#include "ivrea.h"

struct testhost;
struct testcall;

enum testcall_time {
    /* Time jumps from event to event of the caller's script. */
    TESTCALL_SCRIPTED = 0,
    /* Time passes as on the wall; the script's events happen then. */
    TESTCALL_REAL = 1,
    /* Time stands still at each event until testcall_reply() says how it goes on. */
    TESTCALL_DRIVEN = 2
};

/* settings: lines NAME=VALUE. Limits of 0 stand for the core's own. */
struct testhost *testhost_open(const char *settings, int32_t max_calls, int32_t busy_ms, int32_t stuck_ms,
                               int32_t linger_ms);
const struct ivrea_api *testhost_api(struct testhost *host);
void testhost_shut_down(struct testhost *host);
/* All calls joined, and next() has returned CLOSED or is called no more. */
void testhost_close(struct testhost *host);
/* The reply, or NULL. To be freed by testhost_free(). */
char *testhost_command(struct testhost *host, const char *words, int32_t timeout_ms);
int32_t testhost_break(struct testhost *host, const char *uuid);
/* What the host says of its modules from now on: a name each line. NULL, as at the start: that it cannot tell. */
void testhost_modules(struct testhost *host, const char *names);
void testhost_free(char *text);

/*
 * Places a call. `facts`: lines uuid=..., caller=..., called=..., flow=..., argument.NAME=..., variable.NAME=...
 * `script`: what the caller and the world do, in lines:
 *     MOMENT key K | MOMENT hangup CAUSE SIDE       in the order of time
 *     answer OPERATION WORDS                         what comes of it, see act.c; several: one after the other
 * NULL when the core refuses the call.
 */
struct testcall *testhost_call(struct testhost *host, const char *facts, const char *script, int32_t time);

/* Any thread, while the call is not joined. */
void testcall_key(struct testcall *call, int32_t key);
void testcall_hang_up(struct testcall *call, const char *cause, const char *side);

/* Waits for the call's thread to end. 0, or -1 after the timeout. */
int32_t testcall_join(struct testcall *call, int32_t timeout_ms);
/* What was done, a line each. Valid until the next call of this function, or the join's free. */
const char *testcall_journal(struct testcall *call);
/* After the join: the reason for the fallback, or "". */
const char *testcall_fallback(struct testcall *call);
/* After the join. */
void testcall_free(struct testcall *call);

/* Driven calls. The call's thread tells what happens, and waits for the reply. */
enum testcall_event {
    TESTCALL_NOTHING = 0, /* the timeout passed */
    TESTCALL_WAITS = 1,   /* values: moment until which it waits */
    TESTCALL_BEGINS = 2,  /* audio begins: operation type, list, index, length, now */
    TESTCALL_ENDS = 3,    /* audio ends: now */
    TESTCALL_ASKS = 4,    /* what comes of an operation? its type. The reply's words answer */
    TESTCALL_ENDED = 5    /* its thread is about to end; needs no reply */
};
enum { TESTCALL_VALUES = 5 };
int32_t testcall_await(struct testcall *call, int64_t *values, int32_t timeout_ms);
/* moment: the time that it is now. key: 0 for none. cause: NULL, or the call ends, by side. words: NULL, or the answer. */
void testcall_reply(struct testcall *call, int64_t moment, int32_t key, const char *cause, const char *side,
                    const char *words);

#endif
