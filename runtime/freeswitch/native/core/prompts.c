/* Which prompts are kept.
 *
 * A file is kept from its second time on, so that what callers record and hear once does not push out prompts; and as
 * long as it is the same file: it is looked at each time. What was not heard for the longest time goes first. */
#include "prompts.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { BUCKETS = 1024 };

/* What makes two files the same, and two calls. */
struct key {
    dev_t device;
    ino_t file;
    off_t size;
    struct timespec changed;
    struct ivrea_prompt_kind kind;
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
        && one->kind.rate == other->kind.rate && one->kind.packet_us == other->kind.packet_us
        && one->kind.channels == other->kind.channels && one->kind.payload == other->kind.payload;
}

/* False when there is no such file. */
static bool key_of(const char *path, const struct ivrea_prompt_kind *kind, struct key *key) {
    struct stat file;
    if (stat(path, &file) != 0 || !S_ISREG(file.st_mode)) {
        return false;
    }
    *key = (struct key){
        .device = file.st_dev,
        .file = file.st_ino,
        .size = file.st_size,
        .changed = file.st_mtim,
        .kind = *kind,
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

static void make_room(size_t memory) {
    while (cache.bytes > memory && cache.oldest != NULL) {
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
static void remember(size_t memory, const char *path, const struct key *key) {
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
    make_room(memory);
}

/* ------------------------------------------------------------------------------------------------------ for players */

struct ivrea_prompt *ivrea_prompt_take(size_t memory, const char *path, const struct ivrea_prompt_kind *kind,
                                       ivrea_prompt_read read, void *context) {
    struct key key;
    if (memory == 0 || !key_of(path, kind, &key)) {
        return NULL;
    }
    pthread_mutex_lock(&cache.lock);
    struct entry *entry = find(path, &key);
    if (entry == NULL) {
        remember(memory, path, &key);
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
    bool loaded = read(context, path, kind, &prompt);
    struct key after;
    loaded = key_of(path, kind, &after) && same(&key, &after) && loaded;
    pthread_mutex_lock(&cache.lock);
    entry = find(path, &key);
    if (entry != NULL && entry->prompt.samples == NULL && loaded) {
        size_t bytes = prompt.capacity * (sizeof *prompt.samples + (prompt.encoded != NULL));
        entry->prompt = prompt;
        entry->bytes += bytes;
        entry->users++;
        cache.bytes += bytes;
        make_room(memory);
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

void ivrea_prompts_shrink(size_t memory) {
    pthread_mutex_lock(&cache.lock);
    make_room(memory);
    pthread_mutex_unlock(&cache.lock);
}

size_t ivrea_prompts_bytes(void) {
    pthread_mutex_lock(&cache.lock);
    size_t bytes = cache.bytes;
    pthread_mutex_unlock(&cache.lock);
    return bytes;
}
