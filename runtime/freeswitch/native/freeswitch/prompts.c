/* Reads prompts that are to be kept in memory. */
#include "module.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_S = 60, CHUNK = 2048 };

int ivrea_prompt_payload(const switch_codec_t *codec) {
    const switch_codec_implementation_t *coded = codec == NULL ? NULL : codec->implementation;
    bool by_sample = coded != NULL && (coded->ianacode == 0 || coded->ianacode == 8)
        && coded->actual_samples_per_second == 8000 && coded->number_of_channels == 1;
    return by_sample ? (int)coded->ianacode : -1;
}

/* All of a file, and silence behind it for a frame that begins anywhere in it. */
static bool read_samples(switch_file_handle_t *file, size_t frame, struct ivrea_prompt *prompt) {
    size_t channels = file->channels;
    size_t capacity = (size_t)((uint64_t)file->samples * file->samplerate / file->native_rate + 2 * CHUNK) * channels
        + 2 * frame;
    prompt->samples = calloc(capacity, sizeof *prompt->samples);
    switch_status_t status = SWITCH_STATUS_SUCCESS;
    while (prompt->samples != NULL && status == SWITCH_STATUS_SUCCESS
           && prompt->count + CHUNK * channels + 2 * frame <= capacity) {
        switch_size_t read = CHUNK;
        status = switch_core_file_read(file, prompt->samples + prompt->count, &read);
        prompt->count += status == SWITCH_STATUS_SUCCESS ? read * channels : 0;
    }
    prompt->capacity = capacity;
    return prompt->samples != NULL && prompt->count > 0 && status != SWITCH_STATUS_SUCCESS;
}

/* Codecs that code sample by sample: their frames can be cut anywhere. */
static void encode(struct ivrea_session *session, struct ivrea_prompt *prompt) {
    switch_codec_t *codec = switch_core_session_get_write_codec(session->session);
    prompt->encoded = malloc(prompt->capacity);
    for (size_t at = 0; prompt->encoded != NULL && at < prompt->capacity; at += CHUNK) {
        size_t count = prompt->capacity - at < CHUNK ? prompt->capacity - at : CHUNK;
        uint32_t size = CHUNK;
        uint32_t rate = 8000;
        unsigned int flag = 0;
        if (switch_core_codec_encode(codec, NULL, prompt->samples + at, (uint32_t)(count * sizeof *prompt->samples), 8000,
                                     prompt->encoded + at, &size, &rate, &flag) != SWITCH_STATUS_SUCCESS
            || size != count) {
            free(prompt->encoded);
            prompt->encoded = NULL;
        }
    }
}

static bool load(void *context, const char *path, const struct ivrea_prompt_kind *kind, struct ivrea_prompt *prompt) {
    switch_file_handle_t file;
    memset(&file, 0, sizeof file);
    if (switch_core_file_open(&file, path, (uint32_t)kind->channels, kind->rate,
                              SWITCH_FILE_FLAG_READ | SWITCH_FILE_DATA_SHORT, NULL) != SWITCH_STATUS_SUCCESS) {
        return false;
    }
    size_t frame = (size_t)kind->rate * (size_t)kind->packet_us / 1000000 * (size_t)kind->channels;
    bool fits = !switch_test_flag(&file, SWITCH_FILE_NATIVE) && file.samples > 0 && file.native_rate > 0
        && file.samples / file.native_rate < LONGEST_S;
    bool loaded = fits && read_samples(&file, frame, prompt);
    prompt->length_ms = fits ? ((int64_t)file.samples * 1000 + file.native_rate / 2) / file.native_rate : -1;
    prompt->payload = kind->payload;
    switch_core_file_close(&file);
    if (loaded && kind->payload >= 0) {
        encode(context, prompt);
    }
    return loaded;
}

struct ivrea_prompt *ivrea_prompt_of(struct ivrea_session *session, const char *path,
                                     const switch_codec_implementation_t *call) {
    const struct ivrea_prompt_kind kind = {
        .rate = call->actual_samples_per_second,
        .packet_us = call->microseconds_per_packet,
        .channels = call->number_of_channels,
        .payload = ivrea_prompt_payload(switch_core_session_get_write_codec(session->session)),
    };
    return ivrea_prompt_take(ivrea_module.settings.prompt_memory, path, &kind, load, session);
}
