/* The operations that are the same on every host: playing lists, taking keys, waiting, listening. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

static const char *const ALL_KEYS = "0123456789*#ABCD";

static enum ivrea_status stopped(const struct ivrea_call *call, enum ivrea_status status) {
    return status == IVREA_STATUS_DONE && atomic_load(&call->hung_up) ? IVREA_STATUS_OVER : status;
}

/* Lets time pass under the keys' present meaning. DONE at the moment, else STOPPED, OVER or FAILED. */
static enum ivrea_status wait_until(struct ivrea_call *call, int64_t until_ms) {
    if (ivrea_call_halted(call)) {
        return IVREA_STATUS_STOPPED;
    }
    call->until = until_ms;
    enum ivrea_status status = call->core->host->wait(call->session, call, until_ms);
    call->until = INT64_MAX;
    return stopped(call, status);
}

/* Plays the items of a list under the keys' present meaning. DONE at its end, or when its time is over. */
static enum ivrea_status play_items(struct ivrea_call *call, struct ivrea_reader *in, int list, int64_t until_ms) {
    int count = ivrea_read_count(in);
    enum ivrea_status status = IVREA_STATUS_DONE;
    int i = 0;
    for (; i < count && status == IVREA_STATUS_DONE && ivrea_call_now(call) < until_ms; i++) {
        if (ivrea_call_halted(call)) {
            status = IVREA_STATUS_STOPPED;
            break;
        }
        struct ivrea_audio audio = ivrea_read_audio(in);
        call->list = list;
        call->item = i;
        call->until = until_ms;
        call->stopped_by = '\0';
        int keys_before = call->input.count;
        bool complete_before = call->input.end != NULL;
        status = stopped(call, call->core->host->play(call->session, call, &audio));
        call->until = INT64_MAX;
        call->list = IVREA_NO_LIST;
        bool input = call->input.count > keys_before || (call->input.end != NULL && !complete_before);
        bool by_key = status == IVREA_STATUS_STOPPED && !ivrea_call_halted(call)
            && (call->stopped_by != '\0' || (call->mode != IVREA_KEYS_STOP && input));
        ivrea_timeline_item_ends(call, by_key);
        if (status == IVREA_STATUS_STOPPED && !ivrea_call_halted(call) && !by_key) {
            status = IVREA_STATUS_DONE; /* time was over */
        }
    }
    ivrea_skip_fields(in, count - i);
    return status;
}

enum ivrea_status ivrea_call_play_list(struct ivrea_call *call, struct ivrea_reader *in, int list, const char *keys,
                                       int64_t until_ms, char *pressed) {
    if (call->mode != IVREA_KEYS_LISTEN && call->mode != IVREA_KEYS_PASSED) {
        ivrea_call_stop_at(call, keys);
    }
    call->input.prompting = true;
    enum ivrea_status status = play_items(call, in, list, until_ms < 0 ? INT64_MAX : until_ms);
    call->input.prompting = false;
    if (pressed != NULL) {
        *pressed = call->stopped_by;
    }
    bool answered = call->mode == IVREA_KEYS_LISTEN && call->input.count > 0;
    return status == IVREA_STATUS_DONE && answered ? IVREA_STATUS_STOPPED : status;
}

enum ivrea_status ivrea_call_wait(struct ivrea_call *call, int64_t until_ms, const char *keys, char *pressed) {
    if (call->mode != IVREA_KEYS_LISTEN && call->mode != IVREA_KEYS_PASSED) {
        ivrea_call_stop_at(call, keys);
    }
    enum ivrea_status status = wait_until(call, until_ms);
    if (pressed != NULL) {
        *pressed = call->stopped_by;
    }
    return status;
}

/* ----------------------------------------------------------------------------------------------------- play, sleep */

static enum ivrea_status play(struct ivrea_call *call, struct ivrea_reader *in) {
    if (!ivrea_read_bool(in)) {
        call->typed_count = 0;
    }
    const char *barge_in = ivrea_read_text(in);
    int64_t began = ivrea_call_now(call);
    struct ivrea_reader behind = *in;
    ivrea_skip_fields(&behind, ivrea_read_count(&behind));
    call->control_keys = ivrea_read_text(&behind);
    char key = ivrea_typed_take(call, barge_in);
    enum ivrea_status status = IVREA_STATUS_DONE;
    if (key == '\0') {
        status = ivrea_call_play_list(call, in, 0, barge_in, -1, &key);
    }
    ivrea_write_key(&call->result, key);
    ivrea_write_int(&call->result, ivrea_call_now(call) - began);
    return status;
}

static enum ivrea_status sleep_for(struct ivrea_call *call, struct ivrea_reader *in) {
    int64_t ms = ivrea_read_int(in);
    const char *keys = ivrea_read_text(in);
    int64_t began = ivrea_call_now(call);
    char key = ivrea_typed_take(call, keys);
    enum ivrea_status status = IVREA_STATUS_DONE;
    if (key == '\0') {
        status = ivrea_call_wait(call, began + ms, keys, &key);
    }
    ivrea_write_key(&call->result, key);
    ivrea_write_int(&call->result, ivrea_call_now(call) - began);
    return status;
}

/* --------------------------------------------------------------------------------------------------------- collect */

/* Takes keys that were typed before. True when one of them skips the prompt. */
static bool take_typed(struct ivrea_call *call) {
    struct ivrea_input *input = &call->input;
    bool skip = false;
    char key = '\0';
    while (input->end == NULL && (key = ivrea_typed_take(call, ALL_KEYS)) != '\0') {
        skip = skip || strchr(input->barge_in, key) != NULL;
        ivrea_input_accept(input, key);
    }
    return skip;
}

static enum ivrea_status take_keys(struct ivrea_call *call, struct ivrea_reader *in, int64_t first_ms,
                                   int64_t inter_ms) {
    struct ivrea_input *input = &call->input;
    enum ivrea_status status = IVREA_STATUS_DONE;
    if (!take_typed(call)) {
        input->prompting = true;
        status = play_items(call, in, 0, INT64_MAX);
        input->prompting = false;
    }
    while (input->end == NULL && !ivrea_call_halted(call) && status != IVREA_STATUS_FAILED && status != IVREA_STATUS_OVER) {
        status = wait_until(call, ivrea_call_now(call) + (input->count == 0 ? first_ms : inter_ms));
        if (status == IVREA_STATUS_DONE) {
            input->end = "timeout";
        }
    }
    return status == IVREA_STATUS_STOPPED && !ivrea_call_halted(call) ? IVREA_STATUS_DONE : status;
}

static enum ivrea_status collect(struct ivrea_call *call, struct ivrea_reader *in) {
    struct ivrea_input *input = &call->input;
    input->barge_in = ivrea_read_text(in);
    ivrea_read_int(in); /* the fewest digits: for information */
    int64_t max = ivrea_read_int(in);
    input->max = max < 1 ? 1 : max > IVREA_MAX_TYPED ? IVREA_MAX_TYPED : (int)max;
    input->terminators = ivrea_read_text(in);
    int64_t first_ms = ivrea_read_int(in);
    int64_t inter_ms = ivrea_read_int(in);
    input->entry_count = ivrea_read_count(in);
    const char **entries = calloc((size_t)input->entry_count + 1, sizeof *entries);
    if (entries == NULL) {
        return ivrea_call_fail(call, "memory", "Memory is short");
    }
    for (int i = 0; i < input->entry_count; i++) {
        entries[i] = ivrea_read_text(in);
    }
    input->entries = entries;
    call->mode = IVREA_KEYS_COLLECT;
    enum ivrea_status status = take_keys(call, in, first_ms, inter_ms);
    ivrea_write_text(&call->result, input->digits);
    ivrea_write_key(&call->result, input->terminator);
    ivrea_write_text(&call->result, input->end == NULL ? "timeout" : input->end);
    input->entries = NULL;
    free(entries);
    return status;
}

/* ---------------------------------------------------------------------------------------------------------- listen */

/* Takes the keys that follow: they may come as far apart as the silence is long that ends speech. */
static enum ivrea_status rest_of_keys(struct ivrea_call *call, int64_t gap_ms) {
    enum ivrea_status status = IVREA_STATUS_STOPPED;
    call->input.prompting = false;
    while (status == IVREA_STATUS_STOPPED && !ivrea_call_halted(call)) {
        status = wait_until(call, ivrea_call_now(call) + gap_ms);
    }
    if (status == IVREA_STATUS_DONE) {
        ivrea_write_reset(&call->result);
        ivrea_write_text(&call->result, "keys");
        ivrea_write_text(&call->result, call->input.digits);
        ivrea_write_text(&call->result, "1");
    }
    return status;
}

static enum ivrea_status listen(struct ivrea_call *call, struct ivrea_reader *in) {
    struct ivrea_reader fields = *in;
    struct ivrea_input *input = &call->input;
    input->barge_in = ivrea_read_text(&fields);
    ivrea_skip_fields(&fields, 4);
    int64_t gap_ms = ivrea_read_int(&fields);
    ivrea_skip_fields(&fields, 1);
    bool keys_too = ivrea_read_bool(&fields);
    call->mode = keys_too ? IVREA_KEYS_LISTEN : IVREA_KEYS_TYPED;
    char key = '\0';
    while (keys_too && input->count < IVREA_MAX_TYPED && (key = ivrea_typed_take(call, ALL_KEYS)) != '\0') {
        input->digits[input->count++] = key;
    }
    enum ivrea_status status = input->count > 0
        ? IVREA_STATUS_STOPPED
        : call->core->host->perform(call->session, call, IVREA_LISTEN, in, &call->result);
    if (input->count > 0 && !ivrea_call_halted(call) && status != IVREA_STATUS_FAILED && status != IVREA_STATUS_OVER) {
        status = rest_of_keys(call, gap_ms);
    }
    return status;
}

enum ivrea_status ivrea_operation_run(struct ivrea_call *call, int type, struct ivrea_reader in) {
    memset(&call->input, 0, sizeof call->input);
    call->type = type;
    call->list = IVREA_NO_LIST;
    call->mode = IVREA_KEYS_TYPED;
    call->stopped_by = '\0';
    call->control_keys = NULL;
    enum ivrea_status status;
    switch (type) {
    case IVREA_PLAY:
        status = play(call, &in);
        break;
    case IVREA_COLLECT:
        status = collect(call, &in);
        break;
    case IVREA_SLEEP:
        status = sleep_for(call, &in);
        break;
    case IVREA_LISTEN:
        status = listen(call, &in);
        break;
    default:
        status = call->core->host->perform(call->session, call, type, &in, &call->result);
        break;
    }
    call->mode = IVREA_KEYS_TYPED;
    call->list = IVREA_NO_LIST;
    return status;
}
