/* Running applications of the switch. */
#include "module.h"

#include <stdlib.h>
#include <string.h>

bool ivrea_application_there(struct ivrea_session *session, const char *name, const char *module) {
    switch_application_interface_t *found = switch_loadable_module_get_application_interface(name);
    if (found != NULL) {
        UNPROTECT_INTERFACE(found);
        return true;
    }
    if (module == NULL) {
        ivrea_fail(session, "module-missing", "The switch has no application \"%s\"; load the module that has it", name);
    } else {
        ivrea_fail(session, "module-missing", "%s is not loaded; have the operator load it", module);
    }
    return false;
}

bool ivrea_application_run(struct ivrea_session *session, const char *name, const char *arguments) {
    ivrea_session_watch(session, IVREA_WATCH_APPLICATION, INT64_MAX);
    switch_status_t status = switch_core_session_execute_application(session->session, name, arguments);
    ivrea_session_watch(session, IVREA_WATCH_NOTHING, INT64_MAX);
    switch_channel_clear_flag(session->channel, CF_BREAK);
    return status == SWITCH_STATUS_SUCCESS;
}

enum ivrea_status ivrea_execute(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *name = ivrea_read_text(in);
    const char *arguments = ivrea_read_text(in);
    if (!ivrea_settings_allow(&ivrea_module.settings, name)) {
        return ivrea_fail(session, "application-refused", "Flows may not run the application \"%s\" here; the operator can"
                          " list it in ivrea.conf.xml", name);
    }
    /* The switch would run what stands in there, be it a command of the system. */
    if (strstr(arguments, "${") != NULL) {
        return ivrea_fail(session, "application-refused", "The arguments of \"%s\" hold ${...}, which the switch would run;"
                          " give the value itself", name);
    }
    if (!ivrea_application_there(session, name, NULL)) {
        return IVREA_STATUS_FAILED;
    }
    ivrea_call_pass_keys(session->call, true);
    bool worked = ivrea_application_run(session, name, arguments);
    ivrea_write_int(out, worked);
    return ivrea_session_status(session);
}

char *ivrea_api_answer(const char *command, const char *arguments) {
    switch_stream_handle_t stream = {0};
    SWITCH_STANDARD_STREAM(stream);
    if (switch_api_execute(command, arguments, NULL, &stream) != SWITCH_STATUS_SUCCESS) {
        free(stream.data);
        return calloc(1, 1);
    }
    return stream.data;
}
