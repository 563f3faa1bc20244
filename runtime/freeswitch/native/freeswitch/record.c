/* Recording the caller, to the millisecond; and recording the whole call. */
#include "module.h"

#include <stdlib.h>
#include <string.h>

enum { BEEP_HERTZ = 640, BEEP_MS = 500, BUFFER = 64 * 1024, NOISE = 1400 };

/* ------------------------------------------------------------------------------------------------------- the caller */

struct recording {
    switch_file_handle_t file;
    switch_codec_t codec;
    switch_codec_implementation_t as;
    switch_buffer_t *pending; /* silence of which is not yet known whether it is the end */
    int64_t written_ms;
    int64_t pending_ms;
    bool codec_set;
    char nothing[SWITCH_RECOMMENDED_BUFFER_SIZE];
};

static int64_t ms_of(const struct recording *recording, size_t bytes) {
    return (int64_t)(bytes / 2 / recording->as.number_of_channels) * 1000 / recording->as.actual_samples_per_second;
}

static void write_samples(struct recording *recording, void *samples, size_t bytes) {
    switch_size_t length = bytes / 2 / recording->as.number_of_channels;
    switch_core_file_write(&recording->file, samples, &length);
    recording->written_ms += ms_of(recording, bytes);
}

static void write_pending(struct recording *recording) {
    char samples[2048];
    switch_size_t bytes;
    while (recording->pending != NULL && (bytes = switch_buffer_read(recording->pending, samples, sizeof samples)) > 0) {
        write_samples(recording, samples, bytes);
    }
    recording->pending_ms = 0;
}

static bool silent(const int16_t *samples, size_t count, int threshold) {
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += samples[i] < 0 ? -samples[i] : samples[i];
    }
    return count == 0 || sum / (int64_t)count < threshold;
}

/* Takes one frame. Where nothing came from the caller it is silence of the same length. */
static void take(struct recording *recording, switch_frame_t *frame, bool watch_silence) {
    char nothing[SWITCH_RECOMMENDED_BUFFER_SIZE] = {0};
    bool empty = switch_test_flag(frame, SFF_CNG) || frame->datalen == 0;
    void *samples = empty ? nothing : frame->data;
    size_t bytes = empty ? recording->as.decoded_bytes_per_packet : frame->datalen;
    if (watch_silence && (empty || silent(samples, bytes / 2, ivrea_module.settings.record_threshold))) {
        switch_buffer_write(recording->pending, samples, bytes);
        recording->pending_ms += ms_of(recording, bytes);
    } else {
        write_pending(recording);
        write_samples(recording, samples, bytes);
    }
}

/* The folder need not be there yet. */
static void make_folder_of(struct ivrea_session *session, const char *path) {
    char *folder = switch_core_session_strdup(session->session, path);
    char *slash = strrchr(folder, '/');
    if (slash != NULL) {
        *slash = '\0';
        switch_dir_make_recursive(folder, SWITCH_DEFAULT_DIR_PERMS, switch_core_session_get_pool(session->session));
    }
}

static bool open_recording(struct ivrea_session *session, struct recording *recording, const char *path) {
    make_folder_of(session, path);
    switch_core_session_get_read_impl(session->session, &recording->as);
    recording->file.channels = recording->as.number_of_channels;
    recording->file.native_rate = recording->as.actual_samples_per_second;
    recording->file.pre_buffer_datalen = SWITCH_DEFAULT_FILE_BUFFER_LEN;
    if (switch_core_file_open(&recording->file, path, recording->file.channels, recording->as.actual_samples_per_second,
                              SWITCH_FILE_FLAG_WRITE | SWITCH_FILE_DATA_SHORT, NULL) != SWITCH_STATUS_SUCCESS) {
        ivrea_fail(session, "recording-failed", "The switch cannot write %s; look at the folder's rights, the free space,"
                   " and whether mod_sndfile is loaded", path);
        return false;
    }
    if (switch_core_codec_init(&recording->codec, "L16", NULL, NULL, recording->as.actual_samples_per_second,
                               recording->as.microseconds_per_packet / 1000, recording->as.number_of_channels,
                               SWITCH_CODEC_FLAG_ENCODE | SWITCH_CODEC_FLAG_DECODE, NULL,
                               switch_core_session_get_pool(session->session)) == SWITCH_STATUS_SUCCESS) {
        switch_core_session_set_read_codec(session->session, &recording->codec);
        recording->codec_set = true;
    }
    switch_buffer_create_dynamic(&recording->pending, BUFFER, BUFFER, 0);
    return true;
}

static void close_recording(struct ivrea_session *session, struct recording *recording) {
    if (recording->codec_set) {
        switch_core_session_set_read_codec(session->session, NULL);
        switch_core_codec_destroy(&recording->codec);
    }
    switch_core_file_close(&recording->file);
    switch_buffer_destroy(&recording->pending);
}

/* Some carriers part calls that send nothing. */
static void send_nothing(struct ivrea_session *session, struct recording *recording) {
    switch_frame_t frame = {.codec = &recording->codec, .data = recording->nothing, .buflen = sizeof recording->nothing};
    frame.datalen = recording->as.decoded_bytes_per_packet;
    frame.samples = frame.datalen / 2;
    switch_generate_sln_silence((int16_t *)recording->nothing, frame.samples, recording->as.number_of_channels, NOISE);
    switch_core_session_write_frame(session->session, &frame, SWITCH_IO_FLAG_NONE, 0);
}

/* What ended it; NULL when it was broken off. */
static const char *run(struct ivrea_session *session, struct recording *recording, int64_t max_ms, int64_t silence_ms) {
    while (switch_channel_ready(session->channel)) {
        if (ivrea_session_frame(session)) {
            break;
        }
        if (recording->written_ms + recording->pending_ms >= max_ms) {
            write_pending(recording);
            return "max-length";
        }
        if (silence_ms > 0 && recording->pending_ms >= silence_ms) {
            return "silence";
        }
        switch_frame_t *frame;
        if (!SWITCH_READ_ACCEPTABLE(switch_core_session_read_frame(session->session, &frame, SWITCH_IO_FLAG_NONE, 0))) {
            break;
        }
        take(recording, frame, silence_ms > 0);
        if (recording->codec_set) {
            send_nothing(session, recording);
        }
    }
    write_pending(recording);
    if (ivrea_call_stopped_by(session->call) != '\0') {
        return "terminator";
    }
    return switch_channel_ready(session->channel) ? NULL : "hangup";
}

static enum ivrea_status beep(struct ivrea_session *session) {
    const struct ivrea_audio tone = {.kind = 'N', .text = "", .language = "", .voice = "", .as = "", .value = "",
                                     .ms = BEEP_MS, .hertz = BEEP_HERTZ};
    return ivrea_media_play(session, session->call, &tone);
}

enum ivrea_status ivrea_record(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *path = ivrea_read_text(in);
    bool with_beep = ivrea_read_bool(in);
    int64_t max_ms = ivrea_read_int(in);
    int64_t silence_ms = ivrea_read_int(in);
    const char *terminators = ivrea_read_text(in);
    if (switch_channel_pre_answer(session->channel) != SWITCH_STATUS_SUCCESS) {
        return ivrea_session_status(session);
    }
    if (with_beep) {
        enum ivrea_status beeped = beep(session);
        if (beeped != IVREA_STATUS_DONE) {
            return beeped;
        }
    }
    struct recording *recording = switch_core_session_alloc(session->session, sizeof *recording);
    if (!open_recording(session, recording, path)) {
        return IVREA_STATUS_FAILED;
    }
    ivrea_call_stop_at(session->call, terminators);
    const char *end = run(session, recording, max_ms, silence_ms);
    close_recording(session, recording);
    if (end == NULL) {
        return IVREA_STATUS_STOPPED;
    }
    ivrea_write_int(out, recording->written_ms);
    ivrea_write_text(out, end);
    return IVREA_STATUS_DONE;
}

/* --------------------------------------------------------------------------------------------------- the whole call */

static char **find(struct ivrea_session *session, const char *path) {
    for (int i = 0; i < IVREA_MAX_RECORDINGS; i++) {
        char *running = session->recordings[i];
        if (path == NULL ? running == NULL : running != NULL && !strcmp(running, path)) {
            return &session->recordings[i];
        }
    }
    return NULL;
}

static enum ivrea_status start(struct ivrea_session *session, const char *path, bool stereo) {
    char **slot = find(session, NULL);
    if (find(session, path) != NULL) {
        return IVREA_STATUS_DONE;
    }
    if (slot == NULL) {
        return ivrea_fail(session, "recording-failed", "As many recordings of this call run as there can be, %d",
                          IVREA_MAX_RECORDINGS);
    }
    switch_channel_set_variable(session->channel, "RECORD_STEREO", stereo ? "true" : NULL);
    if (switch_ivr_record_session(session->session, path, 0, NULL) != SWITCH_STATUS_SUCCESS) {
        return ivrea_fail(session, "recording-failed", "The switch cannot record to %s; look at the folder's rights and the"
                          " free space. The call has to be answered first", path);
    }
    *slot = switch_core_session_strdup(session->session, path);
    return IVREA_STATUS_DONE;
}

static void act(struct ivrea_session *session, const char *action, char **slot) {
    if (!strcmp(action, "stop")) {
        switch_ivr_stop_record_session(session->session, *slot);
        *slot = NULL;
    } else if (!strcmp(action, "pause") || !strcmp(action, "resume")) {
        switch_ivr_record_session_pause(session->session, *slot, !strcmp(action, "pause") ? SWITCH_TRUE : SWITCH_FALSE);
    } else {
        switch_ivr_record_session_mask(session->session, *slot, !strcmp(action, "mask") ? SWITCH_TRUE : SWITCH_FALSE);
    }
}

enum ivrea_status ivrea_call_recording(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *action = ivrea_read_text(in);
    const char *path = ivrea_read_text(in);
    bool stereo = ivrea_read_bool(in);
    (void)out;
    if (!strcmp(action, "start")) {
        return start(session, path, stereo);
    }
    for (int i = 0; i < IVREA_MAX_RECORDINGS; i++) {
        char **slot = &session->recordings[i];
        if (*slot != NULL && (*path == '\0' || !strcmp(*slot, path))) {
            act(session, action, slot);
        }
    }
    return IVREA_STATUS_DONE;
}
