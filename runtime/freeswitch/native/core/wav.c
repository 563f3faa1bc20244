/* The length of WAV files. */
#include <stdio.h>
#include <string.h>

#include "host.h"

static int read_number(const unsigned char *bytes, int size) {
    int number = 0;
    for (int i = size - 1; i >= 0; i--) {
        number = number << 8 | bytes[i];
    }
    return number;
}

int64_t ivrea_wav_ms(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return -1;
    }
    unsigned char head[12];
    unsigned char chunk[8];
    unsigned char format[16];
    int rate = 0;
    int64_t ms = -1;
    if (fread(head, 1, sizeof head, file) == sizeof head && memcmp(head, "RIFF", 4) == 0) {
        while (ms < 0 && fread(chunk, 1, sizeof chunk, file) == sizeof chunk) {
            int size = read_number(chunk + 4, 4);
            if (memcmp(chunk, "fmt ", 4) == 0 && fread(format, 1, sizeof format, file) == sizeof format) {
                rate = read_number(format + 8, 4); /* bytes per second */
                size -= (int)sizeof format;
            } else if (memcmp(chunk, "data", 4) == 0 && rate > 0) {
                ms = ((int64_t)size * 1000 + rate / 2) / rate;
            }
            fseek(file, size + (size & 1), SEEK_CUR);
        }
    }
    fclose(file);
    return ms;
}
