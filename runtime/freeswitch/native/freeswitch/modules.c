/* Which modules the switch has loaded. */
#include "module.h"

#include <string.h>

struct names {
    char *text;
    int64_t capacity;
    int64_t size;
};

static int add(void *to, const char *name) {
    struct names *names = to;
    int64_t length = (int64_t)strlen(name);
    if (names->size + length < names->capacity) {
        memcpy(names->text + names->size, name, (size_t)length);
        names->text[names->size + length] = '\n';
    }
    names->size += length + 1;
    return 0;
}

int64_t ivrea_modules_list(void *context, char *text, int64_t capacity) {
    (void)context;
    struct names names = {.text = text, .capacity = capacity, .size = 0};
    /* A switch that stops takes its table of modules down. */
    if ((switch_core_flags() & SCF_SHUTTING_DOWN) != 0
        || switch_loadable_module_enumerate_loaded(add, &names) != SWITCH_STATUS_SUCCESS) {
        return IVREA_UNKNOWN;
    }
    return names.size;
}
