/* Prompts in memory: what is played more than once is read and encoded once, for all calls of the same codec.
 *
 * A file is kept from its second time on, so that what callers record and hear once does not push out prompts; and as
 * long as it is the same file: it is looked at each time. What was not heard for the longest time goes first. */
#include "module.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { BUCKETS = 1024, LONGEST_S = 60, CHUNK = 2048 };

/* What makes two files the same, and two calls. */
struct key {
    dev_t device;
    ino_t file;
    off_t size;
    struct timespec changed;
    uint32_t rate;
    int packet_us;
    int channels;
    int payload; /* of the codec whose frames are kept beside the samples; -1 for none */
};

struct entry {
    struct ivrea_prompt prompt; /* first: the player knows only this */
    struct entry *next;         /* of the bucket */
    struct entry *newer;
    struct entry *older;
    struct key key;
    char *path;
    size_t bytes;
    int users;
    bool listed;
    bool unfit; /* too long, or of no length */
};

static struct {
    pthread_mutex_t lock;
    struct entry *buckets[BUCKETS];
    struct entry *newest;
    struct entry *oldest;
    size_t bytes;
} cache = {.lock = PTHREAD_MUTEX_INITIALIZER};

static struct entry **bucket(const char *path) {
    unsigned int hash = 5381;
    for (const char *at = path; *at != '\0'; at++) {
        hash = hash * 33 + (unsigned char)*at;
    }
    return &cache.buckets[hash % BUCKETS];
}

static bool same(const struct key *one, const struct key *other) {
    return one->device == other->device && one->file == other->file && one->size == other->size
        && one->changed.tv_sec == other->changed.tv_sec && one->changed.tv_nsec == other->changed.tv_nsec
        && one->rate == other->rate && one->packet_us == other->packet_us && one->channels == other->channels
        && one->payload == other->payload;
}

/* False when there is no such file. */
static bool key_of(struct ivrea_session *session, const char *path, const switch_codec_implementation_t *call,
                   struct key *key) {
    struct stat file;
    if (stat(path, &file) != 0 || !S_ISREG(file.st_mode)) {
        return false;
    }
    *key = (struct key){
        .device = file.st_dev,
        .file = file.st_ino,
        .size = file.st_size,
        .changed = file.st_mtim,
        .rate = call->actual_samples_per_second,
        .packet_us = call->microseconds_per_packet,
        .channels = call->number_of_channels,
        .payload = ivrea_prompt_payload(switch_core_session_get_write_codec(session->session)),
    };
    return true;
}

/* ------------------------------------------------------------------------------------------------- the list. Locked */

static void unlink_age(struct entry *entry) {
    *(entry->newer == NULL ? &cache.newest : &entry->newer->older) = entry->older;
    *(entry->older == NULL ? &cache.oldest : &entry->older->newer) = entry->newer;
    entry->newer = NULL;
    entry->older = NULL;
}

static void link_newest(struct entry *entry) {
    entry->older = cache.newest;
    *(cache.newest == NULL ? &cache.oldest : &cache.newest->newer) = entry;
    cache.newest = entry;
}

static void free_entry(struct entry *entry) {
    free(entry->prompt.samples);
    free(entry->prompt.encoded);
    free(entry->path);
    free(entry);
}

/* Takes it off the list; it goes when nobody plays it any more. */
static void drop(struct entry *entry) {
    struct entry **at = bucket(entry->path);
    while (*at != entry) {
        at = &(*at)->next;
    }
    *at = entry->next;
    unlink_age(entry);
    cache.bytes -= entry->bytes;
    entry->listed = false;
    if (entry->users == 0) {
        free_entry(entry);
    }
}

static void make_room(void) {
    while (cache.bytes > ivrea_module.settings.prompt_memory && cache.oldest != NULL) {
        drop(cache.oldest);
    }
}

static struct entry *find(const char *path, const struct key *key) {
    struct entry *entry = *bucket(path);
    while (entry != NULL && (strcmp(entry->path, path) || !same(&entry->key, key))) {
        entry = entry->next;
    }
    return entry;
}

/* Remembers that a file was played. */
static void remember(const char *path, const struct key *key) {
    struct entry *entry = calloc(1, sizeof *entry);
    char *copy = strdup(path);
    if (entry == NULL || copy == NULL) {
        free(entry);
        free(copy);
        return;
    }
    entry->path = copy;
    entry->key = *key;
    entry->bytes = sizeof *entry + strlen(path) + 1;
    entry->listed = true;
    entry->next = *bucket(path);
    *bucket(path) = entry;
    link_newest(entry);
    cache.bytes += entry->bytes;
    make_room();
}

/* ---------------------------------------------------------------------------------------------------------- reading */

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

static bool load(struct ivrea_session *session, const char *path, const struct key *key, struct ivrea_prompt *prompt) {
    switch_file_handle_t file;
    memset(&file, 0, sizeof file);
    if (switch_core_file_open(&file, path, (uint32_t)key->channels, key->rate,
                              SWITCH_FILE_FLAG_READ | SWITCH_FILE_DATA_SHORT, NULL) != SWITCH_STATUS_SUCCESS) {
        return false;
    }
    size_t frame = (size_t)key->rate * (size_t)key->packet_us / 1000000 * (size_t)key->channels;
    bool fits = !switch_test_flag(&file, SWITCH_FILE_NATIVE) && file.samples > 0 && file.native_rate > 0
        && file.samples / file.native_rate < LONGEST_S;
    bool loaded = fits && read_samples(&file, frame, prompt);
    prompt->length_ms = fits ? ((int64_t)file.samples * 1000 + file.native_rate / 2) / file.native_rate : -1;
    prompt->payload = key->payload;
    switch_core_file_close(&file);
    if (loaded && key->payload >= 0) {
        encode(session, prompt);
    }
    return loaded;
}

/* ------------------------------------------------------------------------------------------------------ for players */

struct ivrea_prompt *ivrea_prompt_take(struct ivrea_session *session, const char *path,
                                       const switch_codec_implementation_t *call) {
    struct key key;
    if (ivrea_module.settings.prompt_memory == 0 || !key_of(session, path, call, &key)) {
        return NULL;
    }
    pthread_mutex_lock(&cache.lock);
    struct entry *entry = find(path, &key);
    if (entry == NULL) {
        remember(path, &key);
    } else {
        unlink_age(entry);
        link_newest(entry);
        entry->users += entry->prompt.samples != NULL;
    }
    bool first = entry == NULL || entry->unfit;
    bool there = !first && entry->prompt.samples != NULL;
    pthread_mutex_unlock(&cache.lock);
    if (first || there) {
        return there ? &entry->prompt : NULL;
    }
    /* Others may read it at the same time: the first one counts. */
    struct ivrea_prompt prompt = {.count = 0};
    bool loaded = load(session, path, &key, &prompt);
    struct key after;
    loaded = key_of(session, path, call, &after) && same(&key, &after) && loaded;
    pthread_mutex_lock(&cache.lock);
    entry = find(path, &key);
    if (entry != NULL && entry->prompt.samples == NULL && loaded) {
        size_t bytes = prompt.capacity * (sizeof *prompt.samples + (prompt.encoded != NULL));
        entry->prompt = prompt;
        entry->bytes += bytes;
        entry->users++;
        cache.bytes += bytes;
        make_room();
    } else {
        free(prompt.samples);
        free(prompt.encoded);
        if (entry != NULL) {
            entry->users += entry->prompt.samples != NULL;
            entry->unfit = entry->prompt.samples == NULL;
        }
    }
    there = entry != NULL && entry->prompt.samples != NULL;
    pthread_mutex_unlock(&cache.lock);
    return there ? &entry->prompt : NULL;
}

void ivrea_prompt_release(struct ivrea_prompt *prompt) {
    struct entry *entry = (struct entry *)prompt;
    pthread_mutex_lock(&cache.lock);
    entry->users--;
    if (entry->users == 0 && !entry->listed) {
        free_entry(entry);
    }
    pthread_mutex_unlock(&cache.lock);
}
