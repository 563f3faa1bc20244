/* Prompts in memory: what is played more than once is read and encoded once, for all calls of the same kind. Free of the
 * switch's types, so that it can be driven by itself. */
#ifndef IVREA_PROMPTS_H
#define IVREA_PROMPTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A prompt in memory. */
struct ivrea_prompt {
    int16_t *samples;  /* at the call's rate, of all its channels by turns; silence from `count` to `capacity` */
    uint8_t *encoded;  /* the same, a byte each, as the codec of the kind's payload has them; NULL for none */
    int payload;
    size_t count;
    size_t capacity;
    int64_t length_ms;
};

/* What makes two calls the same. */
struct ivrea_prompt_kind {
    uint32_t rate;
    int packet_us;
    int channels;
    int payload; /* of the codec whose frames are kept beside the samples; -1 for none */
};

/* Reads all of a file, and silence behind it for a frame that begins anywhere in it. False: it is not to be kept. What it
   allocates by malloc() is freed in any case. */
typedef bool (*ivrea_prompt_read)(void *context, const char *path, const struct ivrea_prompt_kind *kind,
                                  struct ivrea_prompt *prompt);

/* The prompt in a file, if it is kept in memory, which may take `memory` bytes; else NULL. Any thread. release() must
   follow. */
struct ivrea_prompt *ivrea_prompt_take(size_t memory, const char *path, const struct ivrea_prompt_kind *kind,
                                       ivrea_prompt_read read, void *context);
void ivrea_prompt_release(struct ivrea_prompt *prompt);

/* Keeps at most so many bytes from now on. What is played stays until it is released. */
void ivrea_prompts_shrink(size_t memory);
size_t ivrea_prompts_bytes(void);

#endif
