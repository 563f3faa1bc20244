/* Plays files and streams: for each frame of the caller's one of its own.
 *
 * FreeSWITCH's own function tells of each prompt by two events with all variables of the channel and sets four variables,
 * opens a codec, and takes and clears large buffers: together more than all else that we do for a call. It also sends
 * another frame of a prompt after the key that interrupts it, and waits for the next frame before it begins the next one. */
#include "module.h"

#include <string.h>

enum {
    CHUNK_MS = 1000, /* read at once from a file */
    LATE_US = 15000  /* a frame of the caller's that is older is no longer answered */
};

/* A file while it plays. */
struct player {
    struct ivrea_session *session;
    switch_codec_implementation_t call; /* what the caller sends, and so what we send */
    switch_file_handle_t file;
    switch_frame_t frame;
    size_t frame_samples; /* of all channels together, like those that follow */
    size_t capacity;
    size_t at;
    size_t filled;
    int64_t heard; /* of one channel */
    bool ended;
    bool paused;
    int volume;
};

/* -------------------------------------------------------------------------------------------------------- preparing */

static bool codec_fits(switch_codec_t *codec, const switch_codec_implementation_t *call) {
    return switch_core_codec_ready(codec)
        && codec->implementation->actual_samples_per_second == call->actual_samples_per_second
        && codec->implementation->microseconds_per_packet == call->microseconds_per_packet
        && codec->implementation->number_of_channels == call->number_of_channels;
}

/* The codec of plain samples, and room for them, once in a call unless its own codec changes. */
static bool prepare(struct player *player) {
    struct ivrea_session *session = player->session;
    const switch_codec_implementation_t *call = &player->call;
    if (!codec_fits(&session->samples_codec, call)) {
        ivrea_player_end(session);
        if (switch_core_codec_init(&session->samples_codec, "L16", NULL, NULL, call->actual_samples_per_second,
                                   call->microseconds_per_packet / 1000, call->number_of_channels,
                                   SWITCH_CODEC_FLAG_ENCODE | SWITCH_CODEC_FLAG_DECODE, NULL,
                                   switch_core_session_get_pool(session->session)) != SWITCH_STATUS_SUCCESS) {
            return false;
        }
    }
    const switch_codec_implementation_t *samples = session->samples_codec.implementation;
    player->frame_samples = (size_t)samples->samples_per_packet * samples->number_of_channels;
    player->capacity = (size_t)samples->actual_samples_per_second * samples->number_of_channels * CHUNK_MS / 1000
        + player->frame_samples;
    if (session->samples_capacity < player->capacity) {
        session->samples = switch_core_session_alloc(session->session, player->capacity * sizeof *session->samples);
        session->samples_capacity = player->capacity;
    }
    player->frame.codec = &session->samples_codec;
    player->frame.rate = (uint32_t)samples->actual_samples_per_second;
    player->frame.channels = samples->number_of_channels;
    player->frame.samples = samples->samples_per_packet;
    player->frame.datalen = (uint32_t)(player->frame_samples * sizeof *session->samples);
    player->frame.buflen = player->frame.datalen;
    return player->frame.datalen <= SWITCH_RECOMMENDED_BUFFER_SIZE;
}

void ivrea_player_end(struct ivrea_session *session) {
    if (switch_core_codec_ready(&session->samples_codec)) {
        switch_core_codec_destroy(&session->samples_codec);
    }
    memset(&session->samples_codec, 0, sizeof session->samples_codec);
}

static bool is_stream(const char *path) {
    return strstr(path, SWITCH_URL_SEPARATOR) != NULL;
}

static switch_status_t open_file(struct player *player, const char *path) {
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
    return SWITCH_STATUS_SUCCESS;
}

/* ---------------------------------------------------------------------------------------------------------- samples */

/* Sees to it that a frame's samples are there. False at the end. */
static bool fill(struct player *player) {
    int16_t *samples = player->session->samples;
    size_t channels = player->frame.channels;
    /* Streams may be of the present moment: they are not read ahead. */
    size_t wanted = player->file.seekable ? player->capacity : player->frame_samples;
    if (player->filled - player->at >= player->frame_samples) {
        return true;
    }
    memmove(samples, samples + player->at, (player->filled - player->at) * sizeof *samples);
    player->filled -= player->at;
    player->at = 0;
    while (!player->ended && player->filled < player->frame_samples) {
        switch_size_t count = (wanted - player->filled) / channels;
        switch_status_t status = switch_core_file_read(&player->file, samples + player->filled, &count);
        player->ended = (status != SWITCH_STATUS_SUCCESS && status != SWITCH_STATUS_BREAK) || count == 0;
        player->filled += status == SWITCH_STATUS_SUCCESS ? count * channels : 0;
        if (status == SWITCH_STATUS_BREAK) {
            break; /* nothing yet */
        }
    }
    if (player->filled == 0 && player->ended) {
        return false;
    }
    if (player->filled < player->frame_samples) {
        memset(samples + player->filled, 0, (player->frame_samples - player->filled) * sizeof *samples);
        player->filled = player->frame_samples;
    }
    return true;
}

static void seek(struct player *player, int64_t by_ms) {
    switch_file_handle_t *file = &player->file;
    int64_t rate = player->call.actual_samples_per_second;
    int64_t target = (player->heard * 1000 / rate + by_ms) * file->native_rate / 1000;
    int64_t last = file->samples > 0 ? (int64_t)file->samples : INT64_MAX;
    unsigned int position = 0;
    target = target < 0 ? 0 : target > last ? last : target;
    if (file->seekable && switch_core_file_seek(file, &position, target, SEEK_SET) == SWITCH_STATUS_SUCCESS) {
        player->heard = target * rate / file->native_rate;
        player->at = 0;
        player->filled = 0;
        player->ended = false;
    }
}

static void controls(struct player *player) {
    int type;
    int64_t value;
    while (ivrea_call_taken(player->session->call, &type, &value)) {
        if (type == IVREA_PAUSE || type == IVREA_RESUME) {
            player->paused = type == IVREA_PAUSE;
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
static bool next_slot(struct player *player) {
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

static bool send_frame(struct player *player) {
    struct ivrea_session *session = player->session;
    int16_t silence[SWITCH_RECOMMENDED_BUFFER_SIZE / sizeof(int16_t)];
    if (player->paused) {
        memset(silence, 0, player->frame.datalen);
        player->frame.data = silence;
    } else {
        player->frame.data = session->samples + player->at;
        player->at += player->frame_samples;
        player->heard += player->frame.samples;
        if (player->volume != 0) {
            switch_change_sln_volume(player->frame.data, (uint32_t)player->frame_samples, player->volume);
        }
    }
    session->unanswered = false;
    return switch_core_session_write_frame(session->session, &player->frame, SWITCH_IO_FLAG_NONE, 0)
        == SWITCH_STATUS_SUCCESS;
}

static void play(struct player *player) {
    struct ivrea_session *session = player->session;
    while ((player->paused || fill(player)) && next_slot(player)) {
        if (!session->heard) {
            session->heard = true;
            ivrea_call_heard(session->call, session->length_ms);
        }
        controls(player);
        if ((!player->paused && !fill(player)) || !send_frame(player)) {
            break;
        }
    }
}

switch_status_t ivrea_player_play(struct ivrea_session *session, const char *path) {
    struct player player = {.session = session};
    if (ivrea_module.settings.playback_events || switch_channel_test_flag(session->channel, CF_VIDEO)) {
        return SWITCH_STATUS_NOTIMPL;
    }
    if (switch_channel_pre_answer(session->channel) != SWITCH_STATUS_SUCCESS
        || !switch_channel_media_ready(session->channel)) {
        return SWITCH_STATUS_FALSE;
    }
    switch_core_session_get_read_impl(session->session, &player.call);
    if (!prepare(&player)) {
        return SWITCH_STATUS_NOTIMPL;
    }
    switch_status_t status = open_file(&player, path);
    if (status == SWITCH_STATUS_SUCCESS) {
        play(&player);
        switch_core_file_close(&player.file);
    }
    return status;
}
