/* Where something that plays has come to: which samples the next frame has. Free of the switch's types, so that it can be
 * driven by itself. */
#ifndef IVREA_PLAYHEAD_H
#define IVREA_PLAYHEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Counts of samples are those of all channels together where nothing else is said. */
struct ivrea_playhead {
    const int16_t *samples; /* all of them, and silence for a frame behind them; or the buffer */
    int16_t *buffer;        /* into which they are read; NULL when all are there */
    size_t capacity;        /* of the buffer that is to be filled: a frame at least */
    size_t frame;
    size_t channels;
    size_t at;
    size_t filled;
    int64_t heard; /* of one channel */
    bool ended;    /* there are no more to be read */
    bool paused;
};

/* Reads up to so many samples. Returns how many, 0 at the end, -1 while there are none. */
typedef int64_t (*ivrea_samples_read)(void *context, int16_t *samples, size_t count);

/* Sees to it that the next frame's samples are there, silence behind the last one. False at the end. `read` may be NULL
   when all are there. */
bool ivrea_playhead_fill(struct ivrea_playhead *head, ivrea_samples_read read, void *context);

/* The next frame's samples: silence in a pause. fill() must have been true. */
void ivrea_playhead_frame(const struct ivrea_playhead *head, int16_t *frame);

/* Past the frame, but not in a pause. */
void ivrea_playhead_advance(struct ivrea_playhead *head);

/* To a moment, in samples of one channel; at most to the end. For what is there as a whole. */
void ivrea_playhead_move(struct ivrea_playhead *head, int64_t sample);

/* What is read next is that moment's. */
void ivrea_playhead_moved(struct ivrea_playhead *head, int64_t sample);

#endif
