/* Plays files and streams: for each frame of the caller's one of its own.
 *
 * FreeSWITCH's own function tells of each prompt by two events with all variables of the channel and sets four variables,
 * opens a codec, and takes and clears large buffers: together more than all else that we do for a call. It also sends
 * another frame of a prompt after the key that interrupts it, and waits for the next frame before it begins the next one. */
#include "module.h"

#include <stdlib.h>
#include <string.h>

enum {
    CHUNK_MS = 1000, /* read at once from a file that is not in memory */
    LATE_US = 15000  /* a frame of the caller's that is older is no longer answered */
};

/* What plays: a prompt that is in memory, or a file that is open. */
struct ivrea_player {
    struct ivrea_session *session;
    switch_codec_implementation_t call; /* what the caller sends, and so what we send */
    struct ivrea_prompt *prompt;        /* NULL: the file */
    switch_file_handle_t file;
    switch_frame_t frame;
    struct ivrea_playhead head;
    int volume;
};

/* -------------------------------------------------------------------------------------------------------- preparing */

static bool codec_fits(switch_codec_t *codec, const switch_codec_implementation_t *call) {
    return switch_core_codec_ready(codec)
        && codec->implementation->actual_samples_per_second == call->actual_samples_per_second
        && codec->implementation->microseconds_per_packet == call->microseconds_per_packet
        && codec->implementation->number_of_channels == call->number_of_channels;
}

/* The codec of plain samples, once in a call unless its own codec changes. */
static bool samples_codec(struct ivrea_session *session, const switch_codec_implementation_t *call) {
    if (codec_fits(&session->samples_codec, call)) {
        return true;
    }
    ivrea_player_end(session);
    return switch_core_codec_init(&session->samples_codec, "L16", NULL, NULL, call->actual_samples_per_second,
                                  call->microseconds_per_packet / 1000, call->number_of_channels,
                                  SWITCH_CODEC_FLAG_ENCODE | SWITCH_CODEC_FLAG_DECODE, NULL,
                                  switch_core_session_get_pool(session->session)) == SWITCH_STATUS_SUCCESS;
}

void ivrea_player_end(struct ivrea_session *session) {
    if (switch_core_codec_ready(&session->samples_codec)) {
        switch_core_codec_destroy(&session->samples_codec);
    }
    memset(&session->samples_codec, 0, sizeof session->samples_codec);
}

/* The session has room for what is read: it gets it once. */
static void make_room(struct ivrea_player *player) {
    size_t frame = player->head.frame;
    size_t capacity = (size_t)player->call.actual_samples_per_second * player->frame.channels * CHUNK_MS / 1000 + frame;
    struct ivrea_session *session = player->session;
    if (session->samples_capacity < capacity) {
        session->samples = switch_core_session_alloc(session->session, capacity * sizeof *session->samples);
        session->samples_capacity = capacity;
    }
    player->head.buffer = session->samples;
    player->head.samples = session->samples;
    /* Streams may be of the present moment: they are not read ahead. */
    player->head.capacity = player->file.seekable ? capacity : frame;
}

static bool prepare(struct ivrea_player *player) {
    const switch_codec_implementation_t *call = &player->call;
    switch_core_session_get_read_impl(player->session->session, &player->call);
    player->frame.rate = (uint32_t)call->actual_samples_per_second;
    player->frame.channels = call->number_of_channels;
    player->frame.samples = (uint32_t)((uint64_t)call->actual_samples_per_second
                                       * (uint64_t)call->microseconds_per_packet / 1000000);
    player->head.channels = player->frame.channels;
    player->head.frame = (size_t)player->frame.samples * player->frame.channels;
    return player->head.frame > 0 && player->head.frame * sizeof(int16_t) <= SWITCH_RECOMMENDED_BUFFER_SIZE;
}

static bool is_stream(const char *path) {
    return strstr(path, SWITCH_URL_SEPARATOR) != NULL;
}

static switch_status_t open_prompt(struct ivrea_player *player, const char *path) {
    player->prompt = ivrea_prompt_of(player->session, path, &player->call);
    if (player->prompt == NULL) {
        return SWITCH_STATUS_NOTFOUND;
    }
    player->head.samples = player->prompt->samples;
    player->head.filled = player->prompt->count;
    player->session->length_ms = player->prompt->length_ms;
    return SWITCH_STATUS_SUCCESS;
}

static switch_status_t open_file(struct ivrea_player *player, const char *path) {
    if (is_stream(path)) {
        player->file.prefix = SWITCH_GLOBAL_dirs.base_dir;
    } else if (strrchr(path, '.') == NULL) {
        return SWITCH_STATUS_NOTIMPL; /* the switch looks for one of the call's codec */
    }
    if (switch_core_file_open(&player->file, path, player->call.number_of_channels,
                              player->call.actual_samples_per_second, SWITCH_FILE_FLAG_READ | SWITCH_FILE_DATA_SHORT, NULL)
        != SWITCH_STATUS_SUCCESS) {
        return SWITCH_STATUS_NOTFOUND;
    }
    if (switch_test_flag(&player->file, SWITCH_FILE_NATIVE)) {
        switch_core_file_close(&player->file);
        return SWITCH_STATUS_NOTIMPL;
    }
    if (player->file.samples > 0 && player->file.native_rate > 0 && !is_stream(path)) {
        uint32_t rate = player->file.native_rate;
        player->session->length_ms = ((int64_t)player->file.samples * 1000 + rate / 2) / rate;
    }
    make_room(player);
    return SWITCH_STATUS_SUCCESS;
}

/* ---------------------------------------------------------------------------------------------------------- samples */

static int64_t read_file(void *context, int16_t *samples, size_t count) {
    struct ivrea_player *player = context;
    switch_size_t read = count / player->head.channels;
    switch_status_t status = switch_core_file_read(&player->file, samples, &read);
    if (status == SWITCH_STATUS_BREAK) {
        return -1;
    }
    return status == SWITCH_STATUS_SUCCESS ? (int64_t)(read * player->head.channels) : 0;
}

static bool fill(struct ivrea_player *player) {
    return ivrea_playhead_fill(&player->head, read_file, player);
}

/* To a moment of the file, in samples of the call. */
static bool move_to(struct ivrea_player *player, int64_t sample) {
    switch_file_handle_t *file = &player->file;
    if (player->prompt != NULL) {
        ivrea_playhead_move(&player->head, sample);
        return true;
    }
    int64_t target = sample * file->native_rate / player->call.actual_samples_per_second;
    int64_t last = file->samples > 0 ? (int64_t)file->samples : INT64_MAX;
    unsigned int position = 0;
    target = target > last ? last : target;
    if (!file->seekable || switch_core_file_seek(file, &position, target, SEEK_SET) != SWITCH_STATUS_SUCCESS) {
        return false;
    }
    ivrea_playhead_moved(&player->head, target * player->call.actual_samples_per_second / file->native_rate);
    return true;
}

static void seek(struct ivrea_player *player, int64_t by_ms) {
    int64_t sample = player->head.heard + by_ms * player->call.actual_samples_per_second / 1000;
    if (!move_to(player, sample < 0 ? 0 : sample)) {
        IVREA_LOG(player->session->session, SWITCH_LOG_WARNING, "%s Ivrea: what plays has no places to go to\n",
                  ivrea_call_uuid(player->session->call));
    }
}

static void controls(struct ivrea_player *player) {
    int type;
    int64_t value;
    while (ivrea_call_taken(player->session->call, &type, &value)) {
        if (type == IVREA_PAUSE || type == IVREA_RESUME) {
            player->head.paused = type == IVREA_PAUSE;
        } else if (type == IVREA_SEEK) {
            seek(player, value);
        } else {
            player->volume = (int)value;
            switch_normalize_volume(player->volume);
        }
    }
}

/* ----------------------------------------------------------------------------------------------------------- frames */

/* Waits for the moment of the next frame. False when there will be none. */
static bool next_slot(struct ivrea_player *player) {
    struct ivrea_session *session = player->session;
    if (switch_channel_test_flag(session->channel, CF_BREAK)) {
        switch_channel_clear_flag(session->channel, CF_BREAK);
        return false;
    }
    switch_ivr_parse_all_events(session->session);
    while (switch_channel_ready(session->channel) && switch_channel_test_flag(session->channel, CF_HOLD)) {
        switch_ivr_parse_all_messages(session->session);
        switch_yield(IVREA_FRAME_MS * 1000 / 2);
    }
    bool answerable = session->unanswered && switch_time_ref() - session->read_at < LATE_US;
    if (!switch_channel_ready(session->channel) || (!answerable && !ivrea_session_read(session))) {
        return false;
    }
    session->stopped = ivrea_session_keys(session) || ivrea_call_frame(session->call) || ivrea_media_interrupted(session);
    return !session->stopped;
}

/* The frame as the call's codec has it, when it is there. */
static bool take_encoded(struct ivrea_player *player) {
    switch_codec_t *codec = switch_core_session_get_write_codec(player->session->session);
    if (player->head.paused || player->volume != 0 || player->prompt == NULL || player->prompt->encoded == NULL
        || ivrea_prompt_payload(codec) != player->prompt->payload
        || codec->implementation->samples_per_packet != player->frame.samples) {
        return false;
    }
    player->frame.codec = codec;
    player->frame.data = player->prompt->encoded + player->head.at;
    player->frame.datalen = player->frame.samples;
    return true;
}

/* The frame as plain samples. */
static bool take_samples(struct ivrea_player *player, int16_t *samples) {
    size_t size = player->head.frame * sizeof *samples;
    if (!samples_codec(player->session, &player->call)) {
        return false;
    }
    ivrea_playhead_frame(&player->head, samples);
    if (player->volume != 0) {
        switch_change_sln_volume(samples, (uint32_t)player->head.frame, player->volume);
    }
    player->frame.codec = &player->session->samples_codec;
    player->frame.data = samples;
    player->frame.datalen = (uint32_t)size;
    return true;
}

static bool send_frame(struct ivrea_player *player) {
    int16_t samples[SWITCH_RECOMMENDED_BUFFER_SIZE / sizeof(int16_t)];
    if (!take_encoded(player) && !take_samples(player, samples)) {
        return false;
    }
    player->frame.buflen = player->frame.datalen;
    ivrea_playhead_advance(&player->head);
    player->session->unanswered = false;
    return switch_core_session_write_frame(player->session->session, &player->frame, SWITCH_IO_FLAG_NONE, 0)
        == SWITCH_STATUS_SUCCESS;
}

static void play(struct ivrea_player *player) {
    struct ivrea_session *session = player->session;
    while ((player->head.paused || fill(player)) && next_slot(player)) {
        if (!session->heard) {
            session->heard = true;
            ivrea_call_heard(session->call, session->length_ms);
        }
        controls(player);
        if ((!player->head.paused && !fill(player)) || !send_frame(player)) {
            break;
        }
    }
}

switch_status_t ivrea_player_play(struct ivrea_session *session, const char *path) {
    struct ivrea_player player = {.session = session};
    if (ivrea_module.settings.playback_events || switch_channel_test_flag(session->channel, CF_VIDEO)) {
        return SWITCH_STATUS_NOTIMPL;
    }
    if (switch_channel_pre_answer(session->channel) != SWITCH_STATUS_SUCCESS
        || !switch_channel_media_ready(session->channel)) {
        return SWITCH_STATUS_FALSE;
    }
    if (!prepare(&player)) {
        return SWITCH_STATUS_NOTIMPL;
    }
    if (!is_stream(path) && open_prompt(&player, path) == SWITCH_STATUS_SUCCESS) {
        play(&player);
        ivrea_prompt_release(player.prompt);
        return SWITCH_STATUS_SUCCESS;
    }
    switch_status_t status = open_file(&player, path);
    if (status == SWITCH_STATUS_SUCCESS) {
        play(&player);
        switch_core_file_close(&player.file);
    }
    return status;
}

/* --------------------------------------------------------------------------------------------- in others' frames */

struct ivrea_player *ivrea_player_open(struct ivrea_session *session, const char *path) {
    struct ivrea_player *player = calloc(1, sizeof *player);
    if (player == NULL) {
        return NULL;
    }
    player->session = session;
    session->length_ms = -1;
    bool open = prepare(player) && ((!is_stream(path) && open_prompt(player, path) == SWITCH_STATUS_SUCCESS)
                                    || open_file(player, path) == SWITCH_STATUS_SUCCESS);
    if (!open) {
        free(player);
        return NULL;
    }
    return player;
}

bool ivrea_player_step(struct ivrea_player *player) {
    if (!fill(player)) {
        return false;
    }
    send_frame(player); /* whoever reads the frames sees when the call is over */
    return true;
}

void ivrea_player_close(struct ivrea_player *player) {
    if (player->prompt != NULL) {
        ivrea_prompt_release(player->prompt);
    } else {
        switch_core_file_close(&player->file);
    }
    free(player);
}
