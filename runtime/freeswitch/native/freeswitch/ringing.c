/* What the caller hears while others are called.
 *
 * FreeSWITCH plays one file then, and tells nobody where it is in it. So it plays nothing, and whenever it reads a frame of
 * the caller's, one of ours is sent: the list's items in turn, over and over. */
#include "module.h"

#include <stdlib.h>

struct ivrea_ringing {
    struct ivrea_reader list;
    struct ivrea_reader rest; /* behind the item that plays */
    int count;
    int item; /* the one that plays, or is to */
    struct ivrea_player *player; /* NULL: none plays yet */
    bool sounded; /* something of the list was heard, since it began the last time */
};

void ivrea_ringing_begin(struct ivrea_session *session, const struct ivrea_reader *music) {
    struct ivrea_ringing *ringing = calloc(1, sizeof *ringing);
    if (ringing != NULL) {
        ringing->list = *music;
        ringing->sounded = true;
    }
    session->ringing = ringing;
}

static void item_ends(struct ivrea_session *session) {
    ivrea_player_close(session->ringing->player);
    session->ringing->player = NULL;
    ivrea_call_item_ends(session->call);
}

static void item_begins(struct ivrea_session *session) {
    struct ivrea_ringing *ringing = session->ringing;
    struct ivrea_audio audio = ivrea_read_audio(&ringing->rest);
    const char *path = ivrea_media_path(session, &audio);
    ringing->player = path == NULL ? NULL : ivrea_player_open(session, path);
    if (ringing->player != NULL) {
        int64_t length_ms = audio.kind == 'N' || audio.kind == 'S' ? audio.ms : session->length_ms;
        ivrea_call_item_begins(session->call, 0, ringing->item, length_ms);
    }
}

/* False when nothing of the list can be heard. */
static bool next_item(struct ivrea_session *session) {
    struct ivrea_ringing *ringing = session->ringing;
    while (ringing->player == NULL) {
        if (ringing->item >= ringing->count) {
            if (!ringing->sounded) {
                return false;
            }
            ringing->rest = ringing->list;
            ringing->count = ivrea_read_count(&ringing->rest);
            ringing->item = 0;
            ringing->sounded = false;
        }
        if (ringing->item < ringing->count) {
            item_begins(session);
            ringing->item += ringing->player == NULL;
        }
    }
    return true;
}

void ivrea_ringing_frame(struct ivrea_session *session) {
    struct ivrea_ringing *ringing = session->ringing;
    while (next_item(session) && !ivrea_player_step(ringing->player)) {
        item_ends(session);
        ringing->item++;
    }
    ringing->sounded = ringing->sounded || ringing->player != NULL;
}

void ivrea_ringing_end(struct ivrea_session *session) {
    if (session->ringing != NULL && session->ringing->player != NULL) {
        item_ends(session);
    }
    free(session->ringing);
    session->ringing = NULL;
}
