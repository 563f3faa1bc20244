/*
 * host.h: what the core does for a host (FreeSWITCH, the test host), and what the host does for the core. The core knows
 * calls, queues, keys and time; the host knows how to play, wait, record, dial.
 *
 * A host's thread of a call does no more than:
 *
 *     struct ivrea_call *call = ivrea_call_open(core, &start, session, &reason);
 *     if (call == NULL) { ...the fallback, `reason` for the log... }
 *     ...register hooks that call ivrea_core_hung_up(), ivrea_core_poke() with ivrea_call_id(call)...
 *     const char *fallback = ivrea_call_serve(call);    // runs operations until the flow has released the call
 *     ivrea_call_close(call);                           // after this, `call` is invalid; its id is not, it is just gone
 *     if (fallback) { ...the fallback... }
 *
 * Everything is called on the call's own thread unless it says "any thread".
 */
#ifndef IVREA_HOST_H
#define IVREA_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ivrea.h"
#include "record.h"

struct ivrea_core;
struct ivrea_call;

/* What became of a piece of media or of an operation. */
enum ivrea_status {
    IVREA_STATUS_DONE,
    IVREA_STATUS_STOPPED, /* by ivrea_call_key() or ivrea_call_frame(), which returned true */
    IVREA_STATUS_OVER,    /* the call is over */
    IVREA_STATUS_FAILED   /* ivrea_call_fail() said why */
};

enum ivrea_state {
    IVREA_CHANNEL_UP,
    IVREA_CHANNEL_HUNG_UP,
    IVREA_CHANNEL_LEFT /* the channel goes on elsewhere without the flow, by a transfer */
};

struct ivrea_audio {
    char kind;         /* F, T, P, S or N */
    const char *text;  /* path (F), text (T), words (P), else "" */
    const char *language;
    const char *voice;
    const char *as;    /* P */
    const char *value; /* P */
    int64_t ms;        /* S and N */
    int hertz;         /* N */
};

/* The host's half. `session` is what ivrea_call_open() was given. */
struct ivrea_host {
    /* Milliseconds on a clock that never goes back: the call's, or, when session is NULL, the host's. Any thread. */
    int64_t (*now)(void *context, void *session);

    /* A line for the log; uuid may be NULL. Any thread. */
    void (*log)(void *context, const char *uuid, int level, const char *text);

    /* The names of the switch's modules, as ivrea.h has it. Any thread. NULL when the host has no way to know. */
    int64_t (*modules)(void *context, char *text, int64_t capacity);

    /* Is the channel up? If it hung up, gives the cause's name and whether it was the caller's doing. */
    enum ivrea_state (*state)(void *session, const char **cause, bool *by_caller);

    /* Services the session for one media frame (20 ms) while nothing is to be done: reads and drops a frame, reports
       keys by ivrea_call_key(). */
    void (*idle)(void *session, struct ivrea_call *call);

    /* Plays one item to its end. For each key calls ivrea_call_key(), for each media frame ivrea_call_frame(); when one
       returns true, stops at once and returns STATUS_STOPPED. Just before the first frame calls ivrea_call_heard() with the
       item's length, or -1. Applies ivrea_call_taken() (pause, seek, volume) if it can. */
    enum ivrea_status (*play)(void *session, struct ivrea_call *call, const struct ivrea_audio *audio);

    /* Lets time pass until `until_ms` (see ivrea_call_now), with keys and frames as above. */
    enum ivrea_status (*wait)(void *session, struct ivrea_call *call, int64_t until_ms);

    /* Every operation but PLAY, COLLECT, SLEEP and RELEASE, which the core does by play and wait. Reads its fields from
       `in` and writes its results to `out`, in the order of ivrea.h. Keys of LISTEN are the core's: it takes the
       typed-ahead ones before, and while LISTEN runs, media return STATUS_STOPPED when a key decides; pass that on. */
    enum ivrea_status (*perform)(void *session, struct ivrea_call *call, int type, struct ivrea_reader *in,
                                 struct ivrea_writer *out);
};

/* Numbers that keep an overloaded or stuck runtime from harming calls. */
struct ivrea_limits {
    int max_calls;           /* at once */
    int max_waiting;         /* operations in a call's queue */
    int64_t busy_ms;         /* new calls get the fallback while the oldest unread record is older than this */
    int64_t stuck_ms;        /* calls that wait for the runtime get the fallback after this long without it reading */
    int64_t linger_ms;       /* how long a call's thread waits for the flow's RELEASE after the end of the call */
    int max_queue_bytes;     /* unread; beyond it new calls get the fallback. Records of running calls always fit */
};
extern const struct ivrea_limits ivrea_default_limits; /* 1000, 64, 500 ms, 5 s, 6 s, 16 MiB */

/* ------------------------------------------------------------------------------------------------------------ core */

/* `settings`: name, value, name, value... `count` pairs; copied. NULL when memory is short. */
struct ivrea_core *ivrea_core_open(const struct ivrea_host *host, void *context, const struct ivrea_limits *limits,
                                   const char *const *settings, int count);

/* To be handed to Java. Valid until ivrea_core_close(). */
const struct ivrea_api *ivrea_core_api(struct ivrea_core *core);

/* Any thread. No more calls; SHUTDOWN is reported; next() returns CLOSED when the last call is closed. */
void ivrea_core_shut_down(struct ivrea_core *core);

/* When next() has returned CLOSED, or no runtime ever came. */
void ivrea_core_close(struct ivrea_core *core);

/* Any thread. Asks the runtime (status, flows, calls, reload, trace UUID...). Waits for its reply, at most timeout_ms.
   Returns text to be freed by free(), and whether it went well; NULL when there was no reply. */
char *ivrea_core_command(struct ivrea_core *core, const char *words, int64_t timeout_ms, bool *ok);

/* Any thread. Breaks whatever operation runs in the call with this uuid. False when there is no such call. */
bool ivrea_core_break(struct ivrea_core *core, const char *uuid);

/* Any thread, any locks held: only ever waits for short moments of the core. The call is over for its flow. The first
   one counts; others are ignored, also for calls long gone. side as in HUNG_UP; while HANGUP runs it is always "flow",
   while TRANSFER runs, always "transferred". */
void ivrea_core_hung_up(struct ivrea_core *core, uint64_t call, const char *cause, const char *side);

/* Any thread. Has the call's thread look at its session now, if it waits for an operation. */
void ivrea_core_poke(struct ivrea_core *core, uint64_t call);

/* Any thread. Each live call's uuid and flow. */
void ivrea_core_each_call(struct ivrea_core *core, void (*seen)(void *to, const char *uuid, const char *flow), void *to);

/* ------------------------------------------------------------------------------------------------------------ call */

struct ivrea_start {
    const char *uuid;
    const char *caller;
    const char *called;
    const char *flow;
    const char *const *arguments; /* name, value... */
    int argument_count;           /* pairs */
    const char *const *variables;
    int variable_count;
};

/* Reports STARTED. NULL: refused, with the reason for people in *reason (a constant). */
struct ivrea_call *ivrea_call_open(struct ivrea_core *core, const struct ivrea_start *start, void *session,
                                   const char **reason);

/* Runs operations until the flow has released the call, or until the call is over and `linger_ms` have passed, or until
   the runtime is stuck. Returns NULL, or the reason why the fallback is to be applied (valid until the close). */
const char *ivrea_call_serve(struct ivrea_call *call);

/* Reports ENDED, and HUNG_UP before it if nobody did. */
void ivrea_call_close(struct ivrea_call *call);

/* Milliseconds since STARTED. Any thread. */
int64_t ivrea_call_now(const struct ivrea_call *call);

/* A key was pressed. True: the running media must stop. */
bool ivrea_call_key(struct ivrea_call *call, char key);

/* A key went to the other side of a conversation: for the timeline only. */
void ivrea_call_passed_key(struct ivrea_call *call, char key);

/* A media frame has passed. True: the running media must stop. Cheap. */
bool ivrea_call_frame(struct ivrea_call *call);

/* The same without regard to the time: the call is over, or the operation was broken off. */
bool ivrea_call_halted(const struct ivrea_call *call);

/* Which audio plays: the operation's type, and list and index as in the timeline; list -1 when none does. */
void ivrea_call_playing(const struct ivrea_call *call, int *type, int *list, int *index);

/* The audio item begins to be heard now. */
void ivrea_call_heard(struct ivrea_call *call, int64_t length_ms);

/* For perform(), in place of play_list() by hosts that play beside something else: an item of a list is heard from now on,
   and no more. */
void ivrea_call_item_begins(struct ivrea_call *call, int list, int index, int64_t length_ms);
void ivrea_call_item_ends(struct ivrea_call *call);

/* A control for the running media. Gives at most one; false when there is none. type: IVREA_PAUSE, RESUME, SEEK, VOLUME;
   value: its number. */
bool ivrea_call_taken(struct ivrea_call *call, int *type, int64_t *value);

/* Says why an operation fails; returns STATUS_FAILED. code such as "module-missing"; the message is for people. */
enum ivrea_status ivrea_call_fail(struct ivrea_call *call, const char *code, const char *message);

/* For perform(): plays a list, from `in`, as audio list number `list` of the operation. Keys are typed ahead, except
   those of `keys`, which stop it (NULL for none) and are then in *pressed. `until_ms` -1 for to the end. */
enum ivrea_status ivrea_call_play_list(struct ivrea_call *call, struct ivrea_reader *in, int list, const char *keys,
                                       int64_t until_ms, char *pressed);

/* For perform(): waits, with keys as above. */
enum ivrea_status ivrea_call_wait(struct ivrea_call *call, int64_t until_ms, const char *keys, char *pressed);

/* For perform(): which keys stop running media from now on, and the one that did, or NUL. Others are typed ahead. */
void ivrea_call_stop_at(struct ivrea_call *call, const char *keys);
char ivrea_call_stopped_by(const struct ivrea_call *call);

/* For perform(QUEUE): asks the runtime for an announcement. Then ivrea_call_announcement() is true once it has come. */
void ivrea_call_announce(struct ivrea_call *call, int position, int64_t wait_ms);
bool ivrea_call_announcement(struct ivrea_call *call, struct ivrea_reader *audio);

/* For perform(): while true, keys of running media go to the other side. */
void ivrea_call_pass_keys(struct ivrea_call *call, bool pass);

/* When the running media must stop at the latest, on the clock of ivrea_call_now(); INT64_MAX for never. For hosts that
   do not go frame by frame: ivrea_call_frame() minds it by itself. */
int64_t ivrea_call_until(const struct ivrea_call *call);

/* The length of a WAV file by its header; -1 when it is none. */
int64_t ivrea_wav_ms(const char *path);

/* Data of the host. */
void *ivrea_call_session(const struct ivrea_call *call);
const char *ivrea_call_uuid(const struct ivrea_call *call);
uint64_t ivrea_call_id(const struct ivrea_call *call);

#endif
