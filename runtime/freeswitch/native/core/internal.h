/* What the files of the core share. */
#ifndef IVREA_INTERNAL_H
#define IVREA_INTERNAL_H

#include <pthread.h>
#include <stdatomic.h>

#include "host.h"
#include "leader.h"

/* ----------------------------------------------------------------------------------------------- queue to the runtime */

struct ivrea_queue {
    pthread_mutex_t lock;
    pthread_cond_t filled;
    char *bytes;      /* entries: when it was put in, then the record */
    size_t head;
    size_t tail;
    size_t capacity;
    size_t peak;
    int64_t records;  /* given out */
    bool closed;
    bool woken;
    int64_t wanted_since; /* the oldest record that the taker was woken for */
    bool wanted;
};

bool ivrea_queue_open(struct ivrea_queue *queue);
void ivrea_queue_free(struct ivrea_queue *queue);
/* `wanted`: the taker is woken; others wait for the next that is, or for the taker's timeout. False when memory is short. */
bool ivrea_queue_put(struct ivrea_queue *queue, const struct ivrea_writer *records, int64_t now_ms, bool wanted);
int64_t ivrea_queue_take(struct ivrea_queue *queue, char *buffer, int64_t capacity, int32_t timeout_ms);
/* Has the taker come back with nothing. */
void ivrea_queue_wake(struct ivrea_queue *queue);
/* No more records: once it is empty, takers are told CLOSED. False undoes that, if nobody was told. */
void ivrea_queue_end(struct ivrea_queue *queue, bool ended);

struct ivrea_backlog {
    int64_t bytes;
    int64_t peak;
    int64_t records;
    int64_t oldest_ms;
};
struct ivrea_backlog ivrea_queue_backlog(struct ivrea_queue *queue, int64_t now_ms);

/* A condition on the clock that never goes back, and a wait on it. */
bool ivrea_condition_open(pthread_cond_t *condition);
/* False after the timeout. */
bool ivrea_condition_wait(pthread_cond_t *condition, pthread_mutex_t *lock, int64_t timeout_ms);

/* --------------------------------------------------------------------------------------------------------------- core */

/* A question of the switch's operator. */
struct ivrea_command {
    struct ivrea_command *next;
    uint64_t number;
    char *reply;
    bool ok;
};

struct ivrea_core {
    const struct ivrea_host *host;
    void *context;
    struct ivrea_limits limits;
    struct ivrea_api api;
    struct ivrea_queue queue;
    struct ivrea_leader leader;
    pthread_mutex_t lock; /* of what follows; taken before a call's lock, never after it */
    pthread_cond_t replied;
    struct ivrea_call **slots;
    uint32_t *generations;
    int live;
    bool ready;
    bool stopping;
    struct ivrea_command *commands;
    uint64_t last_command;
    int64_t started;
    int64_t refused;
    int64_t abandoned;
    _Atomic int64_t operations;
};

/* The functions that Java calls; in api.c. */
struct ivrea_api ivrea_api_of(struct ivrea_core *core);
/* The call with its lock taken; NULL when it is gone. */
struct ivrea_call *ivrea_core_find(struct ivrea_core *core, uint64_t id);
/* The reason why no call is taken now, or NULL. Core locked. */
const char *ivrea_core_refusal(struct ivrea_core *core);
bool ivrea_core_stuck(struct ivrea_core *core);
int64_t ivrea_core_now(const struct ivrea_core *core);
void ivrea_core_log(const struct ivrea_core *core, const char *uuid, int level, const char *text);

/* --------------------------------------------------------------------------------------------------------------- call */

enum { IVREA_MAX_TYPED = 100, IVREA_MAX_CONTROLS = 16, IVREA_NO_LIST = -1 };

/* An operation that waits its turn. */
struct ivrea_waiting {
    struct ivrea_waiting *next;
    bool broken;
    char record[];
};

/* What keys mean now. */
enum ivrea_keys_mode {
    IVREA_KEYS_TYPED,   /* kept for a later operation */
    IVREA_KEYS_STOP,    /* some stop the media, the others are kept */
    IVREA_KEYS_COLLECT,
    IVREA_KEYS_LISTEN,
    IVREA_KEYS_PASSED   /* they go to the other side */
};

/* Digits on their way to an input. */
struct ivrea_input {
    char digits[IVREA_MAX_TYPED + 1];
    int count;
    int max;
    const char *terminators;
    const char *barge_in;
    const char **entries;
    int entry_count;
    char terminator;
    const char *end; /* NULL while more keys are expected */
    bool prompting;
};

struct ivrea_call {
    struct ivrea_core *core;
    void *session;
    uint64_t id;
    char *uuid;
    char *flow;
    int64_t began;

    pthread_mutex_t lock; /* of what follows up to the blank line */
    pthread_cond_t wake;
    struct ivrea_waiting *first;
    struct ivrea_waiting **last;
    int waiting;
    bool poked;
    bool releasing; /* RELEASE was submitted */
    uint64_t running;
    int running_type;
    struct { int type; int64_t value; } controls[IVREA_MAX_CONTROLS];
    int control_count;
    char *announcement; /* record; NULL when there is none */

    atomic_bool hung_up;
    atomic_bool broken;     /* the running operation */
    atomic_bool controlled; /* there are controls */
    atomic_bool lost;       /* a record could not be put into the queue */

    /* The call's own thread's. */
    uint16_t flags; /* of the running operation */
    int type;
    enum ivrea_keys_mode mode;
    const char *stop_keys;
    const char *control_keys; /* of PLAY; else NULL */
    char stopped_by;
    int64_t until;
    struct ivrea_input input;
    char typed[IVREA_MAX_TYPED + 1];
    int typed_count;
    int list; /* that an item now belongs to */
    int item;
    bool item_open;
    struct ivrea_writer timeline;
    struct ivrea_writer result;
    struct ivrea_writer record;
    char code[64];
    char message[512];
    char fallback[512];
    char *played_announcement;
};

/* Reports the end of the call, if nobody did. Call locked. */
void ivrea_call_end_locked(struct ivrea_call *call, const char *cause, const char *side);
/* Runs one operation, without reporting its completion. */
enum ivrea_status ivrea_operation_run(struct ivrea_call *call, int type, struct ivrea_reader in);
/* Looks at the channel; true when the call is over. */
bool ivrea_call_over(struct ivrea_call *call);
/* Puts the record that `call->record` holds into the queue. */
void ivrea_call_report(struct ivrea_call *call);

/* ---------------------------------------------------------------------------------------------------------- keys, time */

char ivrea_typed_take(struct ivrea_call *call, const char *keys);
void ivrea_input_accept(struct ivrea_input *input, char key);
void ivrea_timeline_key(struct ivrea_call *call, char what, char key);
void ivrea_timeline_item_ends(struct ivrea_call *call, bool stopped);

#endif
