/*
 * Drives the memory of prompts and the playhead without a switch, for the sanitizers: many players at once, files that
 * change under them, memory for a part of them only, callers who pause and move about, files that are read piece by piece.
 *     prompts ROUNDS [FAULT]      FAULT plants one that a sanitizer must find: use-after-free, overflow, leak, race
 */
#define _GNU_SOURCE
#include "prompts.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "playhead.h"

enum { PLAYERS = 6, FILES = 12, SHORTEST = 400, STEP = 700, RATE = 8000, PACKET_US = 20000, FRAME = 160, MEMORY = 60000 };

static char folder[] = "/tmp/ivrea-prompts-XXXXXX";
static const char *fault = "";
static int rounds;
static atomic_bool done;
static atomic_int wrong;
static atomic_long kept; /* prompts that came from memory */
static int64_t unguarded; /* by all players, for the planted race */

static bool planted(const char *name) {
    return strcmp(fault, name) == 0;
}

static void expect(bool right, const char *what) {
    if (!right && atomic_fetch_add(&wrong, 1) < 5) {
        fprintf(stderr, "wrong: %s\n", what);
    }
}

/* ------------------------------------------------------------------------------------------------------------ files */

static const char *path_of(int number, char *path, size_t size) {
    snprintf(path, size, "%s/%d", folder, number);
    return path;
}

/* Every sample of a file is the same, so that one of another version among them is seen. The new one takes its place at
   once. */
static void write_file(int number, int16_t value) {
    char path[64];
    char part[80];
    snprintf(part, sizeof part, "%s.part", path_of(number, path, sizeof path));
    FILE *file = fopen(part, "wb");
    for (int i = 0; file != NULL && i < SHORTEST + number * STEP; i++) {
        fwrite(&value, sizeof value, 1, file);
    }
    expect(file != NULL && fclose(file) == 0 && rename(part, path) == 0, "a file cannot be written");
}

static void *change_files(void *data) {
    (void)data;
    unsigned seed = 1;
    for (int16_t value = 1; !atomic_load(&done); value = value == 100 ? 1 : (int16_t)(value + 1)) {
        write_file(rand_r(&seed) % FILES, value);
        usleep(500);
    }
    return NULL;
}

/* As the module does it. The longest file is not to be kept. */
static bool read_prompt(void *context, const char *path, const struct ivrea_prompt_kind *kind, struct ivrea_prompt *prompt) {
    unsigned *seed = context;
    size_t channels = (size_t)kind->channels;
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    fseek(file, 0, SEEK_END);
    size_t count = (size_t)ftell(file) / sizeof(int16_t) / channels * channels;
    rewind(file);
    prompt->capacity = count + 2 * FRAME * channels;
    prompt->samples = calloc(prompt->capacity, sizeof *prompt->samples);
    prompt->count = prompt->samples == NULL ? 0 : fread(prompt->samples, sizeof *prompt->samples, count, file);
    fclose(file);
    prompt->payload = kind->payload;
    prompt->encoded = kind->payload < 0 ? NULL : malloc(prompt->capacity);
    for (size_t i = 0; prompt->encoded != NULL && prompt->samples != NULL && i < prompt->capacity; i++) {
        prompt->encoded[i] = (uint8_t)prompt->samples[i];
    }
    return prompt->count > 0 && prompt->count < SHORTEST + (FILES - 1) * STEP && rand_r(seed) % 20 > 0;
}

/* ---------------------------------------------------------------------------------------------------------- players */

static void move_about(struct ivrea_playhead *head, unsigned *seed) {
    switch (rand_r(seed) % 12) {
    case 0:
        head->paused = !head->paused;
        break;
    case 1:
        ivrea_playhead_move(head, rand_r(seed) % (int)(2 * head->filled / head->channels));
        break;
    default:
        break;
    }
}

/* Every frame has the one value of the file, or silence behind it; coded or not. */
static void play_kept(const struct ivrea_prompt *prompt, size_t channels, unsigned *seed) {
    struct ivrea_playhead head = {.samples = prompt->samples, .filled = prompt->count, .frame = FRAME * channels,
                                  .channels = channels};
    int16_t *frame = malloc(head.frame * sizeof *frame);
    int16_t value = prompt->samples[0];
    for (int frames = 0; frame != NULL && frames < 200 && (head.paused || ivrea_playhead_fill(&head, NULL, NULL)); frames++) {
        move_about(&head, seed);
        if (!head.paused && !ivrea_playhead_fill(&head, NULL, NULL)) {
            break;
        }
        ivrea_playhead_frame(&head, frame);
        for (size_t i = 0; i < head.frame; i++) {
            bool silent = head.paused || head.at + i >= prompt->count;
            expect(frame[i] == (silent ? 0 : value), "a frame has another version's samples");
            expect(prompt->encoded == NULL || prompt->encoded[head.at + i] == (uint8_t)prompt->samples[head.at + i],
                   "what is encoded is another version");
        }
        ivrea_playhead_advance(&head);
    }
    free(frame);
}

static void take_and_play(unsigned *seed) {
    char path[64];
    int channels = 1 + rand_r(seed) % 2;
    const struct ivrea_prompt_kind kind = {.rate = RATE, .packet_us = PACKET_US, .channels = channels,
                                           .payload = channels == 1 && rand_r(seed) % 2 ? 0 : -1};
    path_of(rand_r(seed) % (FILES + 1), path, sizeof path); /* one is missing */
    struct ivrea_prompt *prompt = ivrea_prompt_take(MEMORY, path, &kind, read_prompt, seed);
    if (planted("race")) {
        unguarded++;
    }
    if (prompt == NULL) {
        return;
    }
    long nth = atomic_fetch_add(&kept, 1);
    play_kept(prompt, (size_t)channels, seed);
    if (!planted("leak") || nth % 50 > 0) {
        ivrea_prompt_release(prompt);
    }
}

/* What is read piece by piece: 1, 2, 3... up to a last one. */
struct source {
    int16_t next;
    int16_t last;
    unsigned *seed;
};

static int64_t read_piece(void *context, int16_t *samples, size_t count) {
    struct source *source = context;
    if (rand_r(source->seed) % 8 == 0) {
        return -1;
    }
    size_t given = count == 0 ? 0 : 1 + (size_t)rand_r(source->seed) % count;
    size_t i = 0;
    while (i < given && source->next <= source->last) {
        samples[i++] = source->next++;
    }
    return (int64_t)i;
}

/* All samples are heard in their order, and silence where there are none yet. */
static void play_read(unsigned *seed) {
    size_t capacity = FRAME + (size_t)rand_r(seed) % (4 * FRAME);
    struct source source = {.next = 1, .last = (int16_t)(1 + rand_r(seed) % 3000), .seed = seed};
    int16_t *buffer = malloc((planted("overflow") ? capacity - FRAME / 2 : capacity) * sizeof *buffer);
    struct ivrea_playhead head = {.samples = buffer, .buffer = buffer, .capacity = capacity, .frame = FRAME, .channels = 1};
    int16_t frame[FRAME];
    int16_t heard = 0;
    while (buffer != NULL && ivrea_playhead_fill(&head, read_piece, &source)) {
        ivrea_playhead_frame(&head, frame);
        for (int i = 0; i < FRAME; i++) {
            expect(frame[i] == 0 || frame[i] == heard + 1, "samples are lost or doubled");
            heard = frame[i] == 0 ? heard : frame[i];
        }
        ivrea_playhead_advance(&head);
    }
    expect(heard == source.last, "the end is not heard");
    free(buffer);
}

static void *player(void *data) {
    unsigned seed = (unsigned)(uintptr_t)data;
    for (int i = 0; i < rounds; i++) {
        take_and_play(&seed);
        play_read(&seed);
    }
    return NULL;
}

/* ------------------------------------------------------------------------------------------------------------- main */

static void use_after_free(void) {
    char path[64];
    unsigned seed = 3;
    const struct ivrea_prompt_kind kind = {.rate = RATE, .packet_us = PACKET_US, .channels = 1, .payload = -1};
    struct ivrea_prompt *prompt = NULL;
    while (prompt == NULL) {
        prompt = ivrea_prompt_take(MEMORY, path_of(0, path, sizeof path), &kind, read_prompt, &seed);
    }
    ivrea_prompts_shrink(0);
    ivrea_prompt_release(prompt);
    fprintf(stderr, "%zu\n", prompt->count);
}

int main(int count, char **words) {
    rounds = count > 1 ? atoi(words[1]) : 400;
    fault = count > 2 ? words[2] : "";
    if (mkdtemp(folder) == NULL) {
        return 1;
    }
    for (int i = 0; i < FILES; i++) {
        write_file(i, 1);
    }
    pthread_t changer;
    pthread_t players[PLAYERS];
    pthread_create(&changer, NULL, change_files, NULL);
    for (uintptr_t i = 0; i < PLAYERS; i++) {
        pthread_create(&players[i], NULL, player, (void *)(i + 1));
    }
    for (int i = 0; i < PLAYERS; i++) {
        pthread_join(players[i], NULL);
    }
    atomic_store(&done, true);
    pthread_join(changer, NULL);
    size_t bytes = ivrea_prompts_bytes();
    expect(bytes <= MEMORY, "more is kept than there is memory for");
    if (planted("use-after-free")) {
        use_after_free();
    }
    ivrea_prompts_shrink(0);
    expect(ivrea_prompts_bytes() == 0, "bytes are left");
    printf("from memory %ld, kept %zu bytes, wrong %d\n", atomic_load(&kept), bytes, atomic_load(&wrong));
    char path[64];
    for (int i = 0; i < FILES; i++) {
        unlink(path_of(i, path, sizeof path));
    }
    rmdir(folder);
    return atomic_load(&wrong) == 0 && atomic_load(&kept) > 0 ? 0 : 1;
}
