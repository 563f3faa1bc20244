/* What is done with calls that no flow takes, or whose flow failed: an extension of the dialplan, or a cause. Never
   silence. */
#include "module.h"

static const char *const MARK = "ivrea_fallback";

void ivrea_fallback(switch_core_session_t *session, const char *flow, const char *reason) {
    const struct ivrea_settings *settings = &ivrea_module.settings;
    switch_channel_t *channel = switch_core_session_get_channel(session);
    const char *uuid = switch_core_session_get_uuid(session);
    bool again = switch_channel_get_variable(channel, MARK) != NULL;
    const char *extension = again ? NULL : settings->fallback_extension;
    const char *cause = settings->fallback_cause == NULL ? "NORMAL_TEMPORARY_FAILURE" : settings->fallback_cause;
    switch_channel_set_variable(channel, "ivrea_fallback_reason", reason);
    if (!switch_channel_ready(channel)) {
        IVREA_LOG(session, SWITCH_LOG_WARNING, "%s Ivrea: flow \"%s\": %s (the call is over already)\n", uuid, flow, reason);
        return;
    }
    IVREA_LOG(session, SWITCH_LOG_ERROR, "%s Ivrea: flow \"%s\": %s; the call gets the fallback: %s %s\n", uuid, flow,
              reason, extension == NULL ? "cause" : "extension", extension == NULL ? cause : extension);
    if (extension == NULL) {
        switch_channel_hangup(channel, switch_channel_str2cause(cause));
        return;
    }
    switch_channel_set_variable(channel, MARK, "true");
    if (switch_ivr_session_transfer(session, extension, settings->fallback_dialplan, settings->fallback_context)
        != SWITCH_STATUS_SUCCESS) {
        switch_channel_hangup(channel, switch_channel_str2cause(cause));
    }
}
