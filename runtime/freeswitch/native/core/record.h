/* Records as ivrea.h lays them out: reading fields, writing fields. */
#ifndef IVREA_RECORD_H
#define IVREA_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ivrea.h"

struct ivrea_audio;

/* Reads the fields of one record in their order. What is missing reads as "" and 0. */
struct ivrea_reader {
    char *at;
    char *end;
    uint32_t left;
};

/* Grows as needed. */
struct ivrea_writer {
    char *bytes;
    size_t used;
    size_t capacity;
    size_t record;   /* where the record that is being written begins */
    uint32_t fields;
    bool failed;     /* memory was short: what is written is not whole */
};

/* True when the bytes are whole, well-formed records. */
bool ivrea_records_valid(const void *bytes, int64_t size);

/* Copies the header of a valid record. */
struct ivrea_record ivrea_record_at(const void *bytes);

/* The record stays the caller's, and must stay as long as the reader and the texts it gave. Reading audio writes into
   it, in a way that lets it be read again. */
struct ivrea_reader ivrea_reader_of(void *record);

const char *ivrea_read_text(struct ivrea_reader *in);
int64_t ivrea_read_int(struct ivrea_reader *in);
bool ivrea_read_bool(struct ivrea_reader *in);
/* The first character; NUL for the empty text. */
char ivrea_read_key(struct ivrea_reader *in);
/* The count of a LIST, never more than there are fields. */
int ivrea_read_count(struct ivrea_reader *in);
/* One audio item. */
struct ivrea_audio ivrea_read_audio(struct ivrea_reader *in);
void ivrea_skip_fields(struct ivrea_reader *in, int count);

void ivrea_write_begin(struct ivrea_writer *out, int type, uint64_t call, uint64_t operation, int64_t at_ms);
void ivrea_write_text(struct ivrea_writer *out, const char *text);
void ivrea_write_bytes(struct ivrea_writer *out, const char *bytes, size_t size);
void ivrea_write_int(struct ivrea_writer *out, int64_t number);
/* NUL is written as the empty text. */
void ivrea_write_key(struct ivrea_writer *out, char key);
/* All fields of a writer that never began a record. */
void ivrea_write_fields(struct ivrea_writer *out, const struct ivrea_writer *fields);
void ivrea_write_end(struct ivrea_writer *out);
/* Forgets what was written and keeps the memory. */
void ivrea_write_reset(struct ivrea_writer *out);
void ivrea_write_free(struct ivrea_writer *out);

#endif
