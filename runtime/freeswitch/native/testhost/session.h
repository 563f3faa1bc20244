/* What the files of the test host share. */
#ifndef IVREA_SESSION_H
#define IVREA_SESSION_H

#include <pthread.h>
#include <stdatomic.h>

#include "host.h"
#include "testhost.h"

enum { MAX_EVENTS = 64, MAX_ANSWERS = 64, MAX_PENDING = 64, TEXT_SIZE = 256 };

struct scripted_event {
    int64_t at;
    char key; /* NUL for a hang-up */
    char cause[64];
    char side[16];
};

struct scripted_answer {
    char operation[16];
    char words[TEXT_SIZE];
    bool used;
};

struct recording {
    struct recording *next;
    int64_t ms;
    char path[];
};

struct testhost {
    struct ivrea_core *core;
    pthread_mutex_t lock;
    struct recording *recordings;
    char *modules; /* a name each line; NULL when that is unknown */
};

struct testcall {
    struct testhost *host;
    struct ivrea_call *call;
    uint64_t id;
    pthread_t thread;
    enum testcall_time time;
    _Atomic int64_t now; /* of calls whose time is not the wall's */
    char uuid[TEXT_SIZE];

    struct scripted_event events[MAX_EVENTS];
    int event_count;
    int next_event;
    struct scripted_answer answers[MAX_ANSWERS];
    int answer_count;
    bool paused;

    pthread_mutex_t lock; /* of all below */
    pthread_cond_t changed;
    char pending[MAX_PENDING]; /* keys pressed by testcall_key() */
    int pending_count;
    enum ivrea_state state;
    char cause[64];
    bool by_caller;
    bool ended;
    char *journal;
    size_t journal_used;
    char *journal_shown;
    char fallback[512];

    bool told; /* driven: an event waits for the driver */
    bool replied;
    int event;
    int64_t values[TESTCALL_VALUES];
    int64_t reply_at;
    char reply_key;
    char reply_cause[64];
    char reply_side[16];
    char reply_words[TEXT_SIZE];
};

int64_t wall_ms(void);
void journal(struct testcall *session, const char *format, ...) __attribute__((format(printf, 2, 3)));
void end_session(struct testcall *session, enum ivrea_state state, const char *cause, const char *side);

/* Lets time pass up to the moment or up to the next event, whichever is first. True: running media must stop. */
bool pass(struct testcall *session, struct ivrea_call *call, int64_t until);
enum ivrea_status wait_until(void *session, struct ivrea_call *call, int64_t until_ms);
enum ivrea_status play_audio(void *session, struct ivrea_call *call, const struct ivrea_audio *audio);
/* Driven calls: tells the driver, and waits for its reply, which it acts upon. True: running media must stop. */
bool tell(struct testcall *session, struct ivrea_call *call, int event, const int64_t *values, int count);
int64_t audio_ms(struct testhost *host, const struct ivrea_audio *audio);

enum ivrea_status act(void *session, struct ivrea_call *call, int type, struct ivrea_reader *in,
                      struct ivrea_writer *out);

void keep_recording(struct testhost *host, const char *path, int64_t ms);

#endif
