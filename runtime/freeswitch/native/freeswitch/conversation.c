/* Where modules of the switch take the caller over: mailbox and conference. */
#include "module.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------------------------------- voicemail */

struct mailbox {
    const char *profile;
    const char *user;
    const char *domain;
};

/* [PROFILE/]USER@DOMAIN */
static bool read_mailbox(struct ivrea_session *session, const char *name, struct mailbox *mailbox) {
    char *text = switch_core_session_strdup(session->session, name);
    char *slash = strchr(text, '/');
    mailbox->profile = "default";
    if (slash != NULL) {
        *slash = '\0';
        mailbox->profile = text;
        text = slash + 1;
    }
    char *at = strchr(text, '@');
    mailbox->user = text;
    mailbox->domain = at == NULL ? switch_channel_get_variable(session->channel, "domain_name") : at + 1;
    if (at != NULL) {
        *at = '\0';
    }
    return *mailbox->user != '\0' && !zstr(mailbox->domain) && strchr(mailbox->user, ' ') == NULL
        && strchr(mailbox->domain, ' ') == NULL;
}

/* Of "01:02:03". */
static int64_t length_ms(const char *text) {
    int hours = 0, minutes = 0, seconds = 0;
    sscanf(text, "%d:%d:%d", &hours, &minutes, &seconds);
    return ((int64_t)hours * 3600 + minutes * 60 + seconds) * 1000;
}

enum ivrea_status ivrea_voicemail(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *name = ivrea_read_text(in);
    const char *number = ivrea_read_text(in);
    bool own_greeting = ivrea_read_bool(in);
    bool skip_instructions = ivrea_read_bool(in);
    struct mailbox mailbox;
    if (!ivrea_application_there(session, "voicemail", "mod_voicemail")) {
        return IVREA_STATUS_FAILED;
    }
    if (!read_mailbox(session, ivrea_numbered(session, name, number), &mailbox)) {
        return ivrea_fail(session, "mailbox-unknown", "A mailbox is USER@DOMAIN or PROFILE/USER@DOMAIN, not \"%s\"", name);
    }
    ivrea_call_pass_keys(session->call, true);
    enum ivrea_status status = ivrea_call_play_list(session->call, in, 0, NULL, -1, NULL);
    if (status != IVREA_STATUS_DONE) {
        return status;
    }
    switch_channel_set_variable(session->channel, "voicemail_message_len", NULL);
    switch_channel_set_variable(session->channel, "skip_greeting", own_greeting ? "true" : NULL);
    switch_channel_set_variable(session->channel, "skip_instructions", skip_instructions ? "true" : NULL);
    switch_channel_set_variable(session->channel, "voicemail_skip_goodbye", "true");
    ivrea_application_run(session, "voicemail", switch_core_session_sprintf(session->session, "%s %s %s", mailbox.profile,
                                                                            mailbox.domain, mailbox.user));
    const char *length = switch_channel_get_variable(session->channel, "voicemail_message_len");
    ivrea_write_int(out, length != NULL);
    ivrea_write_int(out, length == NULL ? 0 : length_ms(length));
    return ivrea_session_status(session);
}

/* ------------------------------------------------------------------------------------------------------ conference */

static bool locked(struct ivrea_session *session, const char *name) {
    char *list = ivrea_api_answer("conference", switch_core_session_sprintf(session->session, "%s xml_list", name));
    bool locked = strstr(list, " locked=\"true\"") != NULL;
    free(list);
    return locked;
}

void ivrea_conference_leave(struct ivrea_session *session) {
    const char *member = switch_channel_get_variable(session->channel, "conference_member_id");
    if (member != NULL) {
        free(ivrea_api_answer("conference", switch_core_session_sprintf(session->session, "%s kick %s",
                                                                        session->conference, member)));
    }
}

/* NAME[@PROFILE][+PIN][+flags{A|B}] */
static const char *invitation(struct ivrea_session *session, const char *room, const char *pin, struct ivrea_reader *in) {
    const char *flags = "";
    int count = ivrea_read_count(in);
    for (int i = 0; i < count; i++) {
        flags = switch_core_session_sprintf(session->session, "%s%s%s", flags, i == 0 ? "" : "|", ivrea_read_text(in));
    }
    return switch_core_session_sprintf(session->session, "%s%s%s%s%s%s", room, *pin == '\0' ? "" : "+", pin,
                                       *flags == '\0' ? "" : "+flags{", flags, *flags == '\0' ? "" : "}");
}

enum ivrea_status ivrea_conference(struct ivrea_session *session, struct ivrea_reader *in, struct ivrea_writer *out) {
    const char *room = ivrea_read_text(in);
    const char *number = ivrea_read_text(in);
    const char *pin = ivrea_read_text(in);
    if (!ivrea_application_there(session, "conference", "mod_conference")) {
        return IVREA_STATUS_FAILED;
    }
    room = ivrea_numbered(session, room, number);
    const char *joined = invitation(session, room, pin, in);
    session->conference = switch_core_session_strdup(session->session, room);
    *strchrnul((char *)session->conference, '@') = '\0';
    bool was_locked = locked(session, session->conference);
    switch_channel_set_variable(session->channel, "conference_member_id", NULL);
    switch_channel_set_variable(session->channel, "hangup_after_conference", "false");
    switch_channel_set_variable(session->channel, "supplied_pin", NULL);
    ivrea_call_pass_keys(session->call, true);
    ivrea_application_run(session, "conference", joined);
    session->conference = NULL;
    bool was_in = switch_channel_get_variable(session->channel, "conference_member_id") != NULL;
    ivrea_write_text(out, was_in ? "left" : was_locked ? "locked" : "pin-failed");
    return ivrea_session_status(session);
}
