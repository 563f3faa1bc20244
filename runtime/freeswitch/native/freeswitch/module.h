/* What the files of mod_ivrea share. */
#ifndef IVREA_MODULE_H
#define IVREA_MODULE_H

#include <stdatomic.h>
#include <switch.h>

#include "host.h"
#include "jvm.h"
#include "playhead.h"
#include "prompts.h"
#include "seats.h"

enum {
    IVREA_FRAME_MS = 20,
    IVREA_MAX_SETTINGS = 64,
    IVREA_MAX_OPTIONS = 32,
    IVREA_MAX_APPLICATIONS = 128,
    IVREA_MAX_VOICES = 32,
    IVREA_MAX_RECORDINGS = 8,
    IVREA_SPELL_SIZE = 4096
};

/* ---------------------------------------------------------------------------------------------------------- settings */

struct ivrea_voice {
    const char *language; /* "" for any */
    const char *engine;
    const char *voice;
};

/* ivrea.conf.xml, read once at each load. All texts live in the pool. */
struct ivrea_settings {
    switch_memory_pool_t *pool;
    const char *java_home; /* NULL: to be found */
    const char *class_path;
    const char *main_class;
    const char *options[IVREA_MAX_OPTIONS];
    int option_count;
    const char *pairs[2 * IVREA_MAX_SETTINGS]; /* for the runtime */
    int pair_count;
    const char *applications[IVREA_MAX_APPLICATIONS];
    int application_count;
    struct ivrea_voice voices[IVREA_MAX_VOICES];
    int voice_count;
    bool say_by_files;
    const char *speech_engine;
    const char *ringback;
    const char *music;
    const char *fallback_extension; /* NULL: the cause */
    const char *fallback_context;
    const char *fallback_dialplan;
    const char *fallback_cause;
    int record_threshold;
    bool detect_inband;
    size_t prompt_memory; /* bytes; 0 for no prompts in memory */
    bool playback_events; /* FreeSWITCH's own player, which tells of all that it plays */
    struct ivrea_limits limits;
};

/* Reads the configuration into a new pool. False with the reason in `error`. */
bool ivrea_settings_read(struct ivrea_settings *settings, char *error, size_t error_size);
void ivrea_settings_free(struct ivrea_settings *settings);
/* The voice that speaks a language; NULL when none is configured. */
const struct ivrea_voice *ivrea_settings_voice(const struct ivrea_settings *settings, const char *language);
bool ivrea_settings_allow(const struct ivrea_settings *settings, const char *application);

/* ------------------------------------------------------------------------------------------------------------ module */

/* What lives from the first load to the end of the process. */
struct ivrea_module {
    struct ivrea_settings settings;
    struct ivrea_core *core; /* NULL before the first start that worked */
    struct ivrea_jvm *jvm;
    char failure[1024];      /* why there is no runtime; "" when there is one */
};
extern struct ivrea_module ivrea_module;

/* Logs a line that belongs to a call. */
#define IVREA_LOG(session, level, ...) \
    switch_log_printf(SWITCH_CHANNEL_SESSION_LOG(session), level, __VA_ARGS__)

/* ----------------------------------------------------------------------------------------------------------- session */

/* What now happens to the session while its thread is inside FreeSWITCH's own code. */
enum ivrea_watch {
    IVREA_WATCH_NOTHING,
    IVREA_WATCH_APPLICATION, /* an application runs: a break makes it stop */
    IVREA_WATCH_RINGING,     /* others are called: a break cancels that */
    IVREA_WATCH_TALKING      /* in conversation with `peer`: a break ends that */
};

/* A call's session, as its own thread sees it. */
struct ivrea_session {
    switch_core_session_t *session;
    switch_channel_t *channel;
    struct ivrea_call *call;
    uint64_t id;
    atomic_bool poked;
    atomic_bool referred; /* the caller's own side was asked to call elsewhere */

    /* Playing. */
    switch_file_handle_t *file; /* NULL while FreeSWITCH's own player plays none */
    switch_codec_t samples_codec; /* of our own player */
    int16_t *samples;
    size_t samples_capacity;
    int64_t length_ms;
    bool heard;
    bool stopped;
    bool (*interrupt)(struct ivrea_session *); /* is what plays to stop? NULL for no such reason */
    void *waiting; /* for interrupt() */
    int frames;
    switch_time_t read_at; /* when the last frame came, on switch_time_ref() */
    bool unanswered;       /* it did, and nothing was sent since */

    /* While FreeSWITCH's own code runs. */
    atomic_int watch;
    struct ivrea_ringing *ringing; /* what is heard while others are called; NULL for FreeSWITCH's own ringing */
    int64_t deadline; /* on the clock of ivrea_call_now(); INT64_MAX for none */
    bool deadline_passed;
    switch_channel_t *peer;
    switch_call_cause_t cancel;

    const char *conference; /* NULL outside */

    /* What the speech recognition says, also while something plays. */
    bool speaks;
    const char *said; /* NULL while there is no result */

    char *recordings[IVREA_MAX_RECORDINGS]; /* of the whole call, that run */
};

extern const struct ivrea_host ivrea_freeswitch_host;

/* The application's whole stay in a call. */
void ivrea_session_run(switch_core_session_t *session, const char *data);

/* One media frame: keys, events, the time. True: running media must stop. */
bool ivrea_session_frame(struct ivrea_session *session);
/* Before and after FreeSWITCH's own code. */
void ivrea_session_watch(struct ivrea_session *session, enum ivrea_watch watch, int64_t deadline);
/* Reads a frame, which comes when it is time for the next one, and drops it. False when there is none to be had. */
bool ivrea_session_read(struct ivrea_session *session);
/* Hands all waiting keys of the channel to the call. True: running media must stop. */
bool ivrea_session_keys(struct ivrea_session *session);
/* What became of something that ran, by the state of the call. */
enum ivrea_status ivrea_session_status(const struct ivrea_session *session);

void ivrea_hooks_add(struct ivrea_session *session);
struct ivrea_session *ivrea_hooks_session(switch_core_session_t *session);
/* From now on the hooks do nothing. */
void ivrea_hooks_end(struct ivrea_session *session);

/* What is done with a call that no flow takes, or whose flow failed. */
void ivrea_fallback(switch_core_session_t *session, const char *flow, const char *reason);

/* -------------------------------------------------------------------------------------------------------- operations */

typedef enum ivrea_status (*ivrea_operation)(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);

enum ivrea_status ivrea_media_play(void *session, struct ivrea_call *call, const struct ivrea_audio *audio);
/* The list as one text that FreeSWITCH can play; "" for an empty list. It lives as long as the session. */
const char *ivrea_media_spell(struct ivrea_session *session, struct ivrea_reader *in);

/* The same for one item; NULL when there is no voice for it. */
const char *ivrea_media_path(struct ivrea_session *session, const struct ivrea_audio *audio);

/* Has the operation a reason of its own to stop what plays? */
bool ivrea_media_interrupted(struct ivrea_session *session);

/* The prompt in a file, if it is kept in memory; else NULL. ivrea_prompt_release() must follow. */
struct ivrea_prompt *ivrea_prompt_of(struct ivrea_session *session, const char *path,
                                     const switch_codec_implementation_t *call);
/* The payload type of a codec of which prompts are kept encoded; -1 for others. */
int ivrea_prompt_payload(const switch_codec_t *codec);

/* Plays to the end, or until session->stopped. NOTIMPL: only FreeSWITCH's own player can. */
switch_status_t ivrea_player_play(struct ivrea_session *session, const char *path);
/* Plays in frames that others read: each step sends one. NULL: it cannot be played. step() is false at the end. */
struct ivrea_player *ivrea_player_open(struct ivrea_session *session, const char *path);
bool ivrea_player_step(struct ivrea_player *player);
void ivrea_player_close(struct ivrea_player *player);
/* After the last prompt of a call. */
void ivrea_player_end(struct ivrea_session *session);

enum ivrea_status ivrea_answer(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_pre_answer(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_record(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_call_recording(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_dial(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_transfer(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_queue(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_voicemail(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_conference(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_send_dtmf(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_listen(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_execute(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_set_variable(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_hang_up(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);
enum ivrea_status ivrea_emit(struct ivrea_session *, struct ivrea_reader *, struct ivrea_writer *);

/* What the caller hears while others are called, over and over: a list of audio. Each frame that is read takes it further. */
void ivrea_ringing_begin(struct ivrea_session *session, const struct ivrea_reader *music);
void ivrea_ringing_frame(struct ivrea_session *session);
void ivrea_ringing_end(struct ivrea_session *session);

/* Takes an event of the speech recognition; passes over others. */
void ivrea_speech_event(struct ivrea_session *session, switch_event_t *event);

/* Connects the session with an answered peer until one of them leaves, or the deadline has passed. */
void ivrea_talk(struct ivrea_session *session, switch_core_session_t *peer, int64_t max_ms);

/* The uuids of those who wait in a queue of mod_callcenter, and how many. To be freed; NULL when memory is short. */
char *ivrea_place_waiting(const char *queue, int *count);
/* The place of the one that waits there with this uuid: 1 is next, 0 is unknown. */
int ivrea_place_of(const char *queue, const char *uuid);
/* How long it will probably take to be served at that place; 0 when unknown. */
int64_t ivrea_place_wait_ms(const char *queue, int place);

/* Runs an application of the switch, which a break stops. False when it did not work. */
bool ivrea_application_run(struct ivrea_session *session, const char *name, const char *arguments);
/* Is there such an application? Otherwise the operation fails, and names the module that is missing. */
bool ivrea_application_there(struct ivrea_session *session, const char *name, const char *module);
/* Any thread. Takes the caller out of the conference. */
void ivrea_conference_leave(struct ivrea_session *session);
/* Fails an operation with a message made of parts. */
enum ivrea_status ivrea_fail(struct ivrea_session *session, const char *code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The name with the number in the place of {number}, else the name alone. It lives as long as the session. */
const char *ivrea_numbered(struct ivrea_session *session, const char *name, const char *number);

/* The answer of one of the switch's API commands; "" when it fails. To be freed. */
char *ivrea_api_answer(const char *command, const char *arguments);

/* The names of the switch's modules: see host.h. */
int64_t ivrea_modules_list(void *context, char *text, int64_t capacity);

/* ------------------------------------------------------------------------------------------------------ API commands */

#define IVREA_COMMANDS "status | flows | calls | trace UUID | reload | break UUID"

switch_status_t ivrea_command(const char *words, switch_core_session_t *session, switch_stream_handle_t *stream);

#endif
