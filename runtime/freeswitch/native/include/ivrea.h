/*
 * ivrea.h: the interface between a telephone switch ("the host") and the Ivrea runtime in a Java virtual machine of the
 * same process. This is the only header that both sides share. A host serves it; Java binds it by its layout.
 *
 *   host thread of a call                                 runtime
 *   ---------------------                                 -------
 *   reports events, runs operations  --- next()  ---->    one poller thread, wakes the virtual thread of the call
 *   takes operations of its call     <-- submit() ----    virtual thread of the call
 *   applied at the next media frame  <-- control() ---    break, pause, resume, seek, volume, announcement
 *
 * A call's host thread never enters the virtual machine and never waits for it without servicing its call.
 *
 * VERSIONS. `version` is raised when something changes its meaning; the runtime refuses a version other than its own.
 * Functions are only ever added at the end of struct ivrea_api; `size` tells how far the host's struct goes. Fields are
 * only ever added at the end of a record, or, in a COMPLETED record, behind the results: a missing field reads as the
 * empty text, which reads as the number 0. Unknown record types are passed over by Java, and refused by submit().
 *
 * UNITS. Times are milliseconds. `at_ms` and all moments count from the call's STARTED, on a clock that never goes back.
 *
 * MEMORY. Every buffer belongs to the side that passes it, and is used only during the function's call. Texts are UTF-8.
 *
 * THREADS. next() is called by one thread at a time. All other functions may be called by any thread at any time, also
 * for calls that are over. None of them blocks, except next() up to its timeout.
 */
#ifndef IVREA_H
#define IVREA_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define IVREA_VERSION 1

/*
 * A record: this header, then `fields` fields. A field is its length in bytes (uint32_t), the bytes, and one NUL that
 * the length does not count. All integers are in the machine's byte order and need not be aligned. Records follow each
 * other without a gap. Numbers are written as decimal text, truth as "1" and "0", absence as the empty text.
 *
 * LIST means: a field with a count, then that many fields. PAIRS means: a field with a count, then twice that many
 * fields, name and value in turn. AUDIO is a LIST of audio items, see below. KEYS is a text of telephone keys
 * (0-9 * # A-D), each at most once; the empty text is none of them.
 */
struct ivrea_record {
    uint32_t size;      /* of the whole record, in bytes, this header included */
    uint16_t type;      /* enum ivrea_type */
    uint16_t flags;     /* of an operation: enum ivrea_flag; else 0 */
    uint64_t call;      /* of which call; 0 for none. Never used again for another call */
    uint64_t operation; /* chosen by the runtime, rising within a call; COMPLETED, KEY and ANNOUNCE repeat it */
    int64_t at_ms;      /* of an event: when it happened, since the call's STARTED; else 0 */
    uint32_t fields;    /* how many fields follow */
};

#define IVREA_RECORD_SIZE 36 /* bytes that a record's header takes, without the padding that compilers add */

enum ivrea_flag {
    /* The next record of the same submission is run only if this one comes to status "done"; otherwise all that are
       linked complete with the status "cancelled". */
    IVREA_LINKED = 1,
    /* Nobody waits for it: there is no COMPLETED. */
    IVREA_QUIET = 2,
    /* Each key pressed while it runs is reported at once by a KEY. */
    IVREA_KEYS = 4
};

/*
 * An audio item is one text: a letter, and then parts between which stands the character U+001F.
 *   F path                                   a file, absolute
 *   T language US voice US text              text for a synthetic voice; voice may be empty
 *   P language US as US value US words       a value said as number, money, date...; words say the same as text
 *   S ms                                     silence
 *   N hertz US ms                            a pure tone
 * (Written here with blanks; there are none: "S500", "N440<US>1000".)
 */
#define IVREA_US "\x1f"

enum ivrea_type {
    /*
     * OPERATIONS, run one after the other in the order of submission. Each, unless QUIET, is answered by exactly one
     * COMPLETED, with the results that follow "->" here. Operations marked + are done after the end of the call, too;
     * all others complete with the status "hangup" then.
     */
    IVREA_ANSWER = 1,      /* -> (nothing); no effect when answered already */
    IVREA_PRE_ANSWER = 2,  /* -> ; opens early media */
    /* keep-typed, barge-in KEYS, AUDIO, control KEYS -> interrupting key, played ms
       Plays the list without a gap. A waiting typed-ahead key of barge-in skips it. keep-typed "0" forgets typed-ahead
       keys first. Keys that do not interrupt are typed ahead, but for those of control, which mean something to the runtime
       alone. */
    IVREA_PLAY = 3,
    /* barge-in KEYS, min, max, terminators KEYS, first-digit ms, inter-digit ms, entries LIST, prompt AUDIO
       -> digits, terminator, end: entry | max-digits | terminator | timeout */
    IVREA_COLLECT = 4,
    /* path, beep, max ms, ending silence ms (0: never), terminators KEYS
       -> length ms, end: terminator | silence | max-length | hangup (status "done" even then: the recording is kept) */
    IVREA_RECORD = 5,
    /* ms, interrupting KEYS -> interrupting key, ms */
    IVREA_SLEEP = 6,
    /* ring ms, longest talk ms (0: any), caller id ("": the caller's own), accept key ("": none needed),
       targets LIST (dial strings, ring all at once), music AUDIO, whisper AUDIO
       -> outcome: answered | busy | no-answer | rejected | unreachable | cancelled, hangup cause, talk ms
       Comes back when the conversation is over. */
    IVREA_DIAL = 7,
    /* target (an extension; a dial string if it has a '/'; for REFER an extension or URI), context ("": the call's), refer ->
       When it works, the call is over for the flow: HUNG_UP with side "transferred". Fails with "transfer-failed". */
    IVREA_TRANSFER = 8,
    /* queue, priority, longest wait ms (0: any), exit KEYS, first announcement after ms (-1: none), every ms (0: once),
       music AUDIO, most callers who may wait (0: any)
       -> outcome: answered | timeout | exit-key | full | no-agents | closed, exit key, waited ms
       When an announcement is due, the host reports ANNOUNCE and plays what control() brings. */
    IVREA_QUEUE = 9,
    /* mailbox, number ("": none), own greeting given, skip instructions, greeting AUDIO -> left, length ms */
    IVREA_VOICEMAIL = 10,
    /* room, number ("": none), PIN ("": the room's), flags LIST -> outcome: left | pin-failed | locked */
    IVREA_CONFERENCE = 11,
    /* start | stop | pause | resume | mask | unmask, path ("": all that run), stereo -> */
    IVREA_CALL_RECORDING = 12,
    /* keys, tone ms, gap ms -> */
    IVREA_SEND_DTMF = 13,
    /* barge-in KEYS, engine, grammar, language, no-input ms, end silence ms, longest speech ms, keys too,
       hints LIST, prompt AUDIO -> outcome: speech | keys | no-input | no-match, text, confidence (0 to 1) */
    IVREA_LISTEN = 14,
    /* application, arguments -> worked */
    IVREA_EXECUTE = 15,
    /* + name, value -> */
    IVREA_SET_VARIABLE = 16,
    /* cause by its FreeSWITCH name -> ; the call's HUNG_UP comes first */
    IVREA_HANGUP = 17,
    /* + subclass, PAIRS -> ; an event for whoever listens to the switch. Usually QUIET */
    IVREA_EMIT = 18,
    /* + fallback, reason. The flow is done with the call; always QUIET, and the last operation of a call. fallback "1":
       no flow takes the call, or the flow failed: if the call is still up, the host does what it is configured to do
       with such calls and logs the reason. fallback "0": the host ends the call if it is still up. */
    IVREA_RELEASE = 19,

    /* EVENTS, as next() gives them. */

    /* PAIRS: the host's settings. Always the first record. */
    IVREA_SETTINGS = 100,
    /* uuid, caller, called, flow, arguments PAIRS, channel variables PAIRS. The first record of a call. */
    IVREA_STARTED = 101,
    /* status, code, message, timeline LIST, results as told above
       status: "done"; "failed" (code and message say why); "hangup" (the call was over before or meanwhile; its HUNG_UP
       stands before this record); "break" (ended by control(); results hold as far as it went); "cancelled".
       Timeline: what the caller heard and pressed since the previous COMPLETED, in its order, as texts of a letter, the
       moment, and a value, parted by blanks:
         p MOMENT LIST INDEX MS   item INDEX of audio list LIST (0, 1... in the operation's order) begins; lasts MS, or
                                  -1 when unknown. An announcement of a queue is list 1
         e MOMENT STOPPED         the item ends; STOPPED is 1 when a key ended it
         k MOMENT KEY             a key that meant something to the operation
         a MOMENT KEY             a key that was typed ahead
         o MOMENT KEY             a key that went to the other side */
    IVREA_COMPLETED = 102,
    /* key. For operations with IVREA_KEYS, at once. */
    IVREA_KEY = 103,
    /* cause by its FreeSWITCH name, side: caller | flow | transferred | system
       The call is over for the flow. Exactly once for each STARTED, at the moment when it happens. */
    IVREA_HUNG_UP = 104,
    /* The last record of a call: its host thread has left it. */
    IVREA_ENDED = 105,
    /* position in the queue (0: unknown), estimated wait ms (0: unknown). Answered by control(ANNOUNCEMENT). */
    IVREA_ANNOUNCE = 106,
    /* `operation` is the command's number; words as the operator wrote them. Answered by reply(). */
    IVREA_COMMAND = 107,
    /* The host is going to stop: no more calls come. When the last one is over, next() returns IVREA_CLOSED. */
    IVREA_SHUTDOWN = 108,

    /* CONTROLS, applied at the next media frame to the running operation, if it is `operation`; else they are dropped. */
    IVREA_BREAK = 200,        /* ends it with the status "break"; reaches operations that still wait, too */
    IVREA_PAUSE = 201,        /* playback stands still */
    IVREA_RESUME = 202,
    IVREA_SEEK = 203,         /* ms, relative: negative is back */
    IVREA_VOLUME = 204,       /* steps, -4 to 4, absolute */
    IVREA_ANNOUNCEMENT = 205  /* AUDIO; may be empty */
};

/* What functions return when they do not succeed. */
enum ivrea_error {
    IVREA_CLOSED = -1,    /* the host has stopped: nothing will come any more */
    IVREA_GONE = -2,      /* no such call, or its flow has released it */
    IVREA_FULL = -3,      /* more operations wait than a call may have */
    IVREA_MALFORMED = -4, /* not a sequence of whole records, or of a type that is not for this function */
    IVREA_TOO_SMALL = -5, /* the buffer cannot hold the next record */
    IVREA_UNKNOWN = -6    /* the host cannot tell */
};

/* What stats() counts. */
enum ivrea_stat {
    IVREA_STAT_LIVE,           /* calls now */
    IVREA_STAT_STARTED,        /* calls since the start */
    IVREA_STAT_REFUSED,        /* calls that got the fallback because the runtime was not ready, busy or stopping */
    IVREA_STAT_ABANDONED,      /* calls that got the fallback because the runtime did not answer any more */
    IVREA_STAT_OPERATIONS,     /* run */
    IVREA_STAT_RECORDS,        /* given to the runtime */
    IVREA_STAT_QUEUED_BYTES,   /* waiting for next() now */
    IVREA_STAT_QUEUED_PEAK,    /* largest number of bytes that ever waited */
    IVREA_STAT_OLDEST_MS,      /* age of the oldest record that waits now */
    IVREA_STAT_COUNT
};

struct ivrea_api {
    uint32_t version; /* IVREA_VERSION of the host */
    uint32_t size;    /* sizeof(struct ivrea_api) of the host */
    void *host;       /* to be passed as the first argument of every function */

    /* Waits for records. Returns the bytes written (whole records), 0 after timeout_ms without any, or CLOSED or
       TOO_SMALL. A buffer of 64 KiB or more is advised: many records come at once under load. */
    int64_t (*next)(void *host, void *buffer, int64_t capacity, int32_t timeout_ms);

    /* Puts operations into the queue of a call: all of them or none. Returns 0, or GONE, FULL, MALFORMED. */
    int32_t (*submit)(void *host, uint64_t call, const void *records, int64_t bytes);

    /* One control record. Returns 0, also when the operation is over, or GONE or MALFORMED. */
    int32_t (*control)(void *host, uint64_t call, const void *record, int64_t bytes);

    /* Answers a COMMAND. */
    int32_t (*reply)(void *host, uint64_t command, int32_t ok, const char *text, int64_t bytes);

    /* 1: the runtime takes calls. 0: it does not, and new calls get the fallback. 0 at the start. */
    void (*ready)(void *host, int32_t ready);

    /* Milliseconds since the call's STARTED, or GONE after its ENDED. */
    int64_t (*now)(void *host, uint64_t call);

    /* A line for the switch's log, with the call's uuid if `call` is one. level: 0 debug, 1 info, 2 warning, 3 error. */
    void (*log)(void *host, uint64_t call, int32_t level, const char *text, int64_t bytes);

    /* Fills in the counters, by enum ivrea_stat, as far as `count` goes. Returns how many. */
    int32_t (*stats)(void *host, int64_t *values, int32_t count);

    /* Has next(), if it waits, come back with 0. If it does not, the next one does. */
    void (*wake)(void *host);

    /* The names of the modules that the switch has loaded now, each followed by a line feed, in no order. Returns how
       many bytes they take, of which at most `capacity` are written; or UNKNOWN, always while the host stops. */
    int64_t (*modules)(void *host, char *text, int64_t capacity);
};

#ifdef __cplusplus
}
#endif
#endif
