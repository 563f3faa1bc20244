/* Keys: which of them stop what plays, which are kept, and when an input is complete. The rules of the simulated call. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "internal.h"

static const char *const KEYS = "0123456789*#ABCD";

static bool has(const char *keys, char key) {
    return keys != NULL && key != '\0' && strchr(keys, key) != NULL;
}

/* ------------------------------------------------------------------------------------------------------- timeline */

static void note(struct ivrea_call *call, const char *text) {
    ivrea_write_text(&call->timeline, text);
}

void ivrea_timeline_key(struct ivrea_call *call, char what, char key) {
    char text[48];
    snprintf(text, sizeof text, "%c %" PRId64 " %c", what, ivrea_call_now(call), key);
    note(call, text);
}

void ivrea_call_heard(struct ivrea_call *call, int64_t length_ms) {
    if (call->list == IVREA_NO_LIST) {
        return;
    }
    char text[96];
    snprintf(text, sizeof text, "p %" PRId64 " %d %d %" PRId64, ivrea_call_now(call), call->list, call->item, length_ms);
    note(call, text);
    call->item_open = true;
}

void ivrea_timeline_item_ends(struct ivrea_call *call, bool stopped) {
    if (call->item_open) {
        char text[48];
        snprintf(text, sizeof text, "e %" PRId64 " %d", ivrea_call_now(call), stopped ? 1 : 0);
        note(call, text);
        call->item_open = false;
    }
}

void ivrea_call_item_begins(struct ivrea_call *call, int list, int index, int64_t length_ms) {
    call->list = list;
    call->item = index;
    ivrea_call_heard(call, length_ms);
    call->list = IVREA_NO_LIST;
}

void ivrea_call_item_ends(struct ivrea_call *call) {
    ivrea_timeline_item_ends(call, false);
}

/* ---------------------------------------------------------------------------------------------------------- input */

static bool begins_with_digits(const struct ivrea_input *input, const char *entry) {
    return strncmp(entry, input->digits, (size_t)input->count) == 0;
}

/* True when no further key can make an entry of the digits. */
static bool decided(const struct ivrea_input *input) {
    for (int i = 0; i < input->entry_count; i++) {
        if (strlen(input->entries[i]) > (size_t)input->count && begins_with_digits(input, input->entries[i])) {
            return false;
        }
    }
    return input->entry_count > 0;
}

void ivrea_input_accept(struct ivrea_input *input, char key) {
    if (has(input->terminators, key)) {
        input->terminator = key;
        input->end = "terminator";
        return;
    }
    input->digits[input->count++] = key;
    input->digits[input->count] = '\0';
    if (decided(input)) {
        input->end = "entry";
    } else if (input->count >= input->max) {
        input->end = "max-digits";
    }
}

/* ----------------------------------------------------------------------------------------------------- type-ahead */

static bool type_ahead(struct ivrea_call *call, char key) {
    ivrea_timeline_key(call, 'a', key);
    if (call->typed_count < IVREA_MAX_TYPED) {
        call->typed[call->typed_count++] = key;
    }
    return false;
}

char ivrea_typed_take(struct ivrea_call *call, const char *keys) {
    for (int i = 0; i < call->typed_count; i++) {
        char key = call->typed[i];
        if (has(keys, key)) {
            call->typed_count--;
            memmove(call->typed + i, call->typed + i + 1, (size_t)(call->typed_count - i));
            return key;
        }
    }
    return '\0';
}

/* ------------------------------------------------------------------------------------------------------------ keys */

static bool collect_key(struct ivrea_call *call, char key) {
    struct ivrea_input *input = &call->input;
    if (input->end != NULL) {
        /* The prompt may not be interrupted and the input is there: this key is for the next input. */
        return type_ahead(call, key);
    }
    ivrea_timeline_key(call, 'k', key);
    ivrea_input_accept(input, key);
    return !input->prompting || has(input->barge_in, key);
}

static bool listen_key(struct ivrea_call *call, char key) {
    struct ivrea_input *input = &call->input;
    ivrea_timeline_key(call, 'k', key);
    if (input->count < IVREA_MAX_TYPED) {
        input->digits[input->count++] = key;
        input->digits[input->count] = '\0';
    }
    return !input->prompting || has(input->barge_in, key);
}

bool ivrea_call_key(struct ivrea_call *call, char key) {
    if (!has(KEYS, key) || atomic_load(&call->hung_up)) {
        return atomic_load(&call->hung_up);
    }
    if ((call->flags & IVREA_KEYS) != 0) {
        ivrea_write_begin(&call->record, IVREA_KEY, call->id, call->running, ivrea_call_now(call));
        ivrea_write_key(&call->record, key);
        ivrea_write_end(&call->record);
        ivrea_call_report(call);
    }
    switch (call->mode) {
    case IVREA_KEYS_STOP:
        if (has(call->control_keys, key)) {
            ivrea_timeline_key(call, 'k', key);
            return false;
        }
        if (!has(call->stop_keys, key)) {
            return type_ahead(call, key);
        }
        ivrea_timeline_key(call, 'k', key);
        call->stopped_by = key;
        return true;
    case IVREA_KEYS_COLLECT:
        return collect_key(call, key);
    case IVREA_KEYS_LISTEN:
        return listen_key(call, key);
    case IVREA_KEYS_PASSED:
        ivrea_timeline_key(call, 'o', key);
        return false;
    case IVREA_KEYS_TYPED:
        break;
    }
    return type_ahead(call, key);
}

void ivrea_call_passed_key(struct ivrea_call *call, char key) {
    ivrea_timeline_key(call, 'o', key);
}

void ivrea_call_pass_keys(struct ivrea_call *call, bool pass) {
    call->mode = pass ? IVREA_KEYS_PASSED : IVREA_KEYS_TYPED;
}

void ivrea_call_stop_at(struct ivrea_call *call, const char *keys) {
    call->mode = IVREA_KEYS_STOP;
    call->stop_keys = keys;
    call->stopped_by = '\0';
}

char ivrea_call_stopped_by(const struct ivrea_call *call) {
    return call->stopped_by;
}

int64_t ivrea_call_until(const struct ivrea_call *call) {
    return call->until;
}

bool ivrea_call_halted(const struct ivrea_call *call) {
    return atomic_load(&call->hung_up) || atomic_load(&call->broken);
}

bool ivrea_call_frame(struct ivrea_call *call) {
    return ivrea_call_halted(call) || (call->until != INT64_MAX && ivrea_call_now(call) >= call->until);
}

void ivrea_call_playing(const struct ivrea_call *call, int *type, int *list, int *index) {
    *type = call->type;
    *list = call->list;
    *index = call->item;
}
