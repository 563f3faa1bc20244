#include "record.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"

/* Where the members stand: the struct of the header may be padded at its end. */
enum { SIZE_AT = offsetof(struct ivrea_record, size), FIELDS_AT = offsetof(struct ivrea_record, fields) };

static uint32_t number_at(const char *bytes) {
    uint32_t number;
    memcpy(&number, bytes, sizeof number);
    return number;
}

struct ivrea_record ivrea_record_at(const void *bytes) {
    struct ivrea_record record;
    memset(&record, 0, sizeof record);
    memcpy(&record, bytes, IVREA_RECORD_SIZE);
    return record;
}

static bool fields_valid(const char *at, const char *end, uint32_t fields) {
    for (uint32_t i = 0; i < fields; i++) {
        if (end - at < (ptrdiff_t)sizeof(uint32_t)) {
            return false;
        }
        uint32_t length = number_at(at);
        at += sizeof(uint32_t);
        if (length >= (uint64_t)(end - at) || at[length] != '\0') {
            return false;
        }
        at += length + 1;
    }
    return at == end;
}

bool ivrea_records_valid(const void *bytes, int64_t size) {
    const char *at = bytes;
    while (size > 0) {
        if (size < IVREA_RECORD_SIZE) {
            return false;
        }
        uint32_t record = number_at(at + SIZE_AT);
        if (record < IVREA_RECORD_SIZE || record > size
            || !fields_valid(at + IVREA_RECORD_SIZE, at + record, number_at(at + FIELDS_AT))) {
            return false;
        }
        at += record;
        size -= record;
    }
    return size == 0;
}

struct ivrea_reader ivrea_reader_of(void *record) {
    char *bytes = record;
    struct ivrea_reader in = {
        .at = bytes + IVREA_RECORD_SIZE,
        .end = bytes + number_at(bytes + SIZE_AT),
        .left = number_at(bytes + FIELDS_AT),
    };
    return in;
}

/* The next field, NULL when there is none. */
static char *field(struct ivrea_reader *in, uint32_t *length) {
    if (in->left == 0) {
        return NULL;
    }
    in->left--;
    *length = number_at(in->at);
    char *text = in->at + sizeof(uint32_t);
    in->at = text + *length + 1;
    return text;
}

const char *ivrea_read_text(struct ivrea_reader *in) {
    uint32_t length;
    const char *text = field(in, &length);
    return text == NULL ? "" : text;
}

int64_t ivrea_read_int(struct ivrea_reader *in) {
    return strtoll(ivrea_read_text(in), NULL, 10);
}

bool ivrea_read_bool(struct ivrea_reader *in) {
    return ivrea_read_int(in) != 0;
}

char ivrea_read_key(struct ivrea_reader *in) {
    return ivrea_read_text(in)[0];
}

int ivrea_read_count(struct ivrea_reader *in) {
    int64_t count = ivrea_read_int(in);
    return count < 0 ? 0 : count > in->left ? (int)in->left : (int)count;
}

void ivrea_skip_fields(struct ivrea_reader *in, int count) {
    for (int i = 0; i < count; i++) {
        ivrea_read_text(in);
    }
}

/* The next part of an audio item, which ends before U+001F; or before NUL, when it was read before. */
static const char *part(char **at, const char *end) {
    char *begin = *at;
    char *stop = begin;
    while (stop < end && *stop != '\x1f' && *stop != '\0') {
        stop++;
    }
    *at = stop < end ? stop + 1 : stop;
    *stop = '\0';
    return begin;
}

struct ivrea_audio ivrea_read_audio(struct ivrea_reader *in) {
    struct ivrea_audio audio = {.kind = 'S', .text = "", .language = "", .voice = "", .as = "", .value = ""};
    uint32_t length;
    char *at = field(in, &length);
    if (at == NULL || length == 0) {
        return audio;
    }
    const char *end = at + length;
    audio.kind = *at++;
    switch (audio.kind) {
    case 'F':
        audio.text = part(&at, end);
        break;
    case 'T':
        audio.language = part(&at, end);
        audio.voice = part(&at, end);
        audio.text = part(&at, end);
        break;
    case 'P':
        audio.language = part(&at, end);
        audio.as = part(&at, end);
        audio.value = part(&at, end);
        audio.text = part(&at, end);
        break;
    case 'N':
        audio.hertz = atoi(part(&at, end));
        audio.ms = strtoll(part(&at, end), NULL, 10);
        break;
    default:
        audio.kind = 'S';
        audio.ms = strtoll(part(&at, end), NULL, 10);
        break;
    }
    return audio;
}

/* Makes room; false when there is none to be had. */
static bool grow(struct ivrea_writer *out, size_t more) {
    if (out->failed) {
        return false;
    }
    if (out->capacity - out->used >= more) {
        return true;
    }
    size_t capacity = out->capacity == 0 ? 256 : out->capacity;
    while (capacity - out->used < more) {
        capacity *= 2;
    }
    char *bytes = realloc(out->bytes, capacity);
    if (bytes == NULL) {
        out->failed = true;
        return false;
    }
    out->bytes = bytes;
    out->capacity = capacity;
    return true;
}

static void append(struct ivrea_writer *out, const void *bytes, size_t size) {
    if (size > 0 && grow(out, size)) {
        memcpy(out->bytes + out->used, bytes, size);
        out->used += size;
    }
}

void ivrea_write_begin(struct ivrea_writer *out, int type, uint64_t call, uint64_t operation, int64_t at_ms) {
    struct ivrea_record record = {.type = (uint16_t)type, .call = call, .operation = operation, .at_ms = at_ms};
    out->record = out->used;
    out->fields = 0;
    append(out, &record, IVREA_RECORD_SIZE);
}

void ivrea_write_bytes(struct ivrea_writer *out, const char *bytes, size_t size) {
    uint32_t length = (uint32_t)size;
    append(out, &length, sizeof length);
    append(out, bytes, size);
    append(out, "", 1);
    out->fields++;
}

void ivrea_write_text(struct ivrea_writer *out, const char *text) {
    ivrea_write_bytes(out, text == NULL ? "" : text, text == NULL ? 0 : strlen(text));
}

void ivrea_write_int(struct ivrea_writer *out, int64_t number) {
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, number);
    ivrea_write_text(out, text);
}

void ivrea_write_key(struct ivrea_writer *out, char key) {
    ivrea_write_bytes(out, &key, key == '\0' ? 0 : 1);
}

void ivrea_write_fields(struct ivrea_writer *out, const struct ivrea_writer *fields) {
    append(out, fields->bytes, fields->used);
    out->fields += fields->fields;
    out->failed = out->failed || fields->failed;
}

void ivrea_write_end(struct ivrea_writer *out) {
    if (!out->failed) {
        uint32_t size = (uint32_t)(out->used - out->record);
        memcpy(out->bytes + out->record + SIZE_AT, &size, sizeof size);
        memcpy(out->bytes + out->record + FIELDS_AT, &out->fields, sizeof out->fields);
    }
}

void ivrea_write_reset(struct ivrea_writer *out) {
    out->used = 0;
    out->record = 0;
    out->fields = 0;
    out->failed = false;
}

void ivrea_write_free(struct ivrea_writer *out) {
    free(out->bytes);
    memset(out, 0, sizeof *out);
}
