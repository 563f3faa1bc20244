/* The API command "ivrea". */
#include "module.h"

#include <stdlib.h>
#include <string.h>

enum { PATIENCE_MS = 15000 };

static void break_call(const char *uuid, switch_stream_handle_t *stream) {
    if (ivrea_core_break(ivrea_module.core, uuid)) {
        stream->write_function(stream, "+OK\n");
    } else {
        stream->write_function(stream, "-ERR No flow runs in a call %s\n", uuid);
    }
}

switch_status_t ivrea_command(const char *words, switch_core_session_t *session, switch_stream_handle_t *stream) {
    (void)session;
    if (zstr(words)) {
        stream->write_function(stream, "-USAGE: ivrea %s\n", IVREA_COMMANDS);
    } else if (ivrea_module.core == NULL) {
        stream->write_function(stream, "-ERR The runtime is not up: %s\n", ivrea_module.failure);
    } else if (!strncmp(words, "break ", 6)) {
        break_call(words + 6 + strspn(words + 6, " "), stream);
    } else {
        bool ok = false;
        char *reply = ivrea_core_command(ivrea_module.core, words, PATIENCE_MS, &ok);
        if (reply == NULL) {
            stream->write_function(stream, "-ERR The runtime does not answer\n");
        } else {
            size_t length = strlen(reply);
            stream->write_function(stream, "%s%s%s", ok ? "" : "-ERR ", reply,
                                   length > 0 && reply[length - 1] == '\n' ? "" : "\n");
        }
        free(reply);
    }
    return SWITCH_STATUS_SUCCESS;
}
