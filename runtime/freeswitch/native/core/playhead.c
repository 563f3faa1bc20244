/* Samples, frame by frame. */
#include "playhead.h"

#include <string.h>

/* What is left moves to the beginning, and behind it comes what is read. */
static void refill(struct ivrea_playhead *head, ivrea_samples_read read, void *context) {
    memmove(head->buffer, head->buffer + head->at, (head->filled - head->at) * sizeof *head->buffer);
    head->filled -= head->at;
    head->at = 0;
    while (!head->ended && head->filled < head->frame) {
        int64_t count = read(context, head->buffer + head->filled, head->capacity - head->filled);
        if (count < 0) {
            break;
        }
        head->ended = count == 0;
        head->filled += (size_t)count;
    }
}

bool ivrea_playhead_fill(struct ivrea_playhead *head, ivrea_samples_read read, void *context) {
    if (head->buffer == NULL) {
        return head->at < head->filled;
    }
    if (head->filled - head->at >= head->frame) {
        return true;
    }
    refill(head, read, context);
    if (head->filled == 0 && head->ended) {
        return false;
    }
    if (head->filled < head->frame) {
        memset(head->buffer + head->filled, 0, (head->frame - head->filled) * sizeof *head->buffer);
        head->filled = head->frame;
    }
    return true;
}

void ivrea_playhead_frame(const struct ivrea_playhead *head, int16_t *frame) {
    if (head->paused) {
        memset(frame, 0, head->frame * sizeof *frame);
    } else {
        memcpy(frame, head->samples + head->at, head->frame * sizeof *frame);
    }
}

void ivrea_playhead_advance(struct ivrea_playhead *head) {
    if (!head->paused) {
        head->at += head->frame;
        head->heard += (int64_t)(head->frame / head->channels);
    }
}

void ivrea_playhead_move(struct ivrea_playhead *head, int64_t sample) {
    int64_t last = (int64_t)(head->filled / head->channels);
    head->heard = sample > last ? last : sample;
    head->at = (size_t)head->heard * head->channels;
}

void ivrea_playhead_moved(struct ivrea_playhead *head, int64_t sample) {
    head->heard = sample;
    head->at = 0;
    head->filled = 0;
    head->ended = false;
}
