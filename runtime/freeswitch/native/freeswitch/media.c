/* What the caller hears: files, texts, values, silence, tones. */
#include "module.h"

#include <string.h>

/* -------------------------------------------------------------------------------------------------------- callbacks */

static switch_status_t on_input(switch_core_session_t *own, void *input, switch_input_type_t type, void *buffer,
                                unsigned int size) {
    (void)size;
    (void)own;
    struct ivrea_session *session = buffer;
    if (type == SWITCH_INPUT_TYPE_EVENT) {
        ivrea_speech_event(session, input);
    } else if (ivrea_call_key(session->call, ((switch_dtmf_t *)input)->digit)) {
        session->stopped = true;
    }
    return session->stopped ? SWITCH_STATUS_BREAK : SWITCH_STATUS_SUCCESS;
}

static void control(switch_file_handle_t *file, int type, int64_t value) {
    switch (type) {
    case IVREA_PAUSE:
        switch_set_flag_locked(file, SWITCH_FILE_PAUSE);
        break;
    case IVREA_RESUME:
        switch_clear_flag_locked(file, SWITCH_FILE_PAUSE);
        break;
    case IVREA_SEEK: {
        int64_t target = (int64_t)file->pos + value * (int64_t)(file->native_rate / 1000);
        unsigned int position = 0;
        switch_core_file_seek(file, &position, target < 0 ? 0 : target, SEEK_SET);
        break;
    }
    default:
        file->vol = (int)value;
        switch_normalize_volume(file->vol);
        break;
    }
}

/* Looked at every eighth frame: it may cost something. */
bool ivrea_media_interrupted(struct ivrea_session *session) {
    return session->interrupt != NULL && session->frames++ % 8 == 0 && session->interrupt(session);
}

static switch_status_t on_frame(switch_core_session_t *own, switch_frame_t *frame, void *data) {
    (void)own;
    (void)frame;
    struct ivrea_session *session = data;
    int type;
    int64_t value;
    if (!session->heard) {
        session->heard = true;
        ivrea_call_heard(session->call, session->length_ms);
    }
    while (ivrea_call_taken(session->call, &type, &value)) {
        if (session->file != NULL) {
            control(session->file, type, value);
        }
    }
    session->stopped = session->stopped || ivrea_call_frame(session->call) || ivrea_media_interrupted(session);
    return session->stopped ? SWITCH_STATUS_BREAK : SWITCH_STATUS_SUCCESS;
}

static switch_input_args_t callbacks(struct ivrea_session *session) {
    switch_input_args_t args = {0};
    args.input_callback = on_input;
    args.buf = session;
    args.buflen = sizeof *session;
    args.read_frame_callback = on_frame;
    args.user_data = session;
    return args;
}

/* ------------------------------------------------------------------------------------------------------------ kinds */

/* By FreeSWITCH's own player. */
static switch_status_t play_file(struct ivrea_session *session, const char *path) {
    switch_input_args_t args = callbacks(session);
    switch_file_handle_t file;
    memset(&file, 0, sizeof file);
    session->file = &file;
    switch_status_t status = switch_ivr_play_file(session->session, &file, path, &args);
    session->file = NULL;
    return status;
}

static enum ivrea_status outcome(const struct ivrea_session *session) {
    enum ivrea_status status = ivrea_session_status(session);
    return status == IVREA_STATUS_DONE && session->stopped ? IVREA_STATUS_STOPPED : status;
}

static enum ivrea_status play_path(struct ivrea_session *session, const char *path) {
    switch_status_t status = ivrea_player_play(session, path);
    if (status == SWITCH_STATUS_NOTIMPL) {
        session->length_ms = session->length_ms < 0 ? ivrea_wav_ms(path) : session->length_ms;
        status = play_file(session, path);
    }
    enum ivrea_status now = outcome(session);
    if (now == IVREA_STATUS_DONE && !session->heard && status != SWITCH_STATUS_BREAK) {
        return ivrea_fail(session, "prompt-unplayable", "The switch cannot play %s: it is missing, cannot be read, or is of"
                          " a kind for which no module is loaded", path);
    }
    return now;
}

static bool speech_engine_there(const char *engine) {
    switch_speech_interface_t *found = switch_loadable_module_get_speech_interface(engine);
    if (found != NULL) {
        UNPROTECT_INTERFACE(found);
    }
    return found != NULL;
}

static enum ivrea_status speak(struct ivrea_session *session, const char *language, const char *voice, const char *text) {
    const struct ivrea_voice *known = ivrea_settings_voice(&ivrea_module.settings, language);
    if (zstr(text)) {
        return outcome(session);
    }
    if (known == NULL) {
        return ivrea_fail(session, "no-voice", "No voice is configured that speaks \"%s\"; add one to the voices in"
                          " ivrea.conf.xml, or record the prompt", language);
    }
    if (!speech_engine_there(known->engine)) {
        return ivrea_fail(session, "module-missing", "The speech engine \"%s\" is not loaded; load its module, such as"
                          " mod_%s", known->engine, known->engine);
    }
    switch_channel_pre_answer(session->channel);
    switch_input_args_t args = callbacks(session);
    switch_status_t status = switch_ivr_speak_text(session->session, known->engine, zstr(voice) ? known->voice : voice,
                                                   text, &args);
    enum ivrea_status now = outcome(session);
    if (now == IVREA_STATUS_DONE && !session->heard && status != SWITCH_STATUS_BREAK) {
        return ivrea_fail(session, "speech-failed", "The speech engine \"%s\" did not speak; its own lines in the log say"
                          " why", known->engine);
    }
    return now;
}

/* By the recordings of the switch's say modules, for the kinds that these know in the form in which we have them. */
static bool say_by_files(struct ivrea_session *session, const struct ivrea_audio *audio) {
    static const char *const kinds[][3] = {
        {"number", "NUMBER", "PRONOUNCED"},
        {"digits", "NUMBER", "ITERATED"},
        {"spell", "NAME_SPELLED", "PRONOUNCED"},
        {"money", "CURRENCY", "PRONOUNCED"},
    };
    char module[8];
    snprintf(module, sizeof module, "%.2s", audio->language);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!strcmp(kinds[i][0], audio->as)) {
            switch_input_args_t args = callbacks(session);
            switch_status_t status = switch_ivr_say(session->session, audio->value, module, kinds[i][1], kinds[i][2], NULL,
                                                    &args);
            return session->heard || status == SWITCH_STATUS_SUCCESS;
        }
    }
    return false;
}

static enum ivrea_status say(struct ivrea_session *session, const struct ivrea_audio *audio) {
    if (ivrea_module.settings.say_by_files && say_by_files(session, audio)) {
        return outcome(session);
    }
    return speak(session, audio->language, "", audio->text);
}

enum ivrea_status ivrea_media_play(void *data, struct ivrea_call *call, const struct ivrea_audio *audio) {
    struct ivrea_session *session = data;
    char spelled[64];
    session->heard = false;
    session->frames = 0;
    session->stopped = ivrea_session_keys(session) || ivrea_call_frame(call) || ivrea_media_interrupted(session);
    session->length_ms = audio->kind == 'N' || audio->kind == 'S' ? audio->ms : -1;
    if (session->stopped) {
        return IVREA_STATUS_STOPPED;
    }
    switch (audio->kind) {
    case 'F':
        return play_path(session, audio->text);
    case 'T':
        return speak(session, audio->language, audio->voice, audio->text);
    case 'P':
        return say(session, audio);
    case 'N':
        snprintf(spelled, sizeof spelled, "tone_stream://%%(%lld,0,%d)", (long long)audio->ms, audio->hertz);
        return play_path(session, spelled);
    default:
        snprintf(spelled, sizeof spelled, "silence_stream://%lld", (long long)audio->ms);
        return play_path(session, spelled);
    }
}

/* ------------------------------------------------------------------------------------------------------ as one text */

const char *ivrea_media_path(struct ivrea_session *session, const struct ivrea_audio *audio) {
    switch (audio->kind) {
    case 'F':
        return switch_core_session_strdup(session->session, audio->text);
    case 'N':
        return switch_core_session_sprintf(session->session, "tone_stream://%%(%lld,0,%d)", (long long)audio->ms,
                                           audio->hertz);
    case 'S':
        return switch_core_session_sprintf(session->session, "silence_stream://%lld", (long long)audio->ms);
    default: {
        const struct ivrea_voice *voice = ivrea_settings_voice(&ivrea_module.settings, audio->language);
        return voice == NULL ? NULL : switch_core_session_sprintf(session->session, "tts://%s|%s|%s", voice->engine,
                                                                  zstr(audio->voice) ? voice->voice : audio->voice,
                                                                  audio->text);
    }
    }
}

const char *ivrea_media_spell(struct ivrea_session *session, struct ivrea_reader *in) {
    const char *spelled = "";
    int count = ivrea_read_count(in);
    for (int i = 0; i < count; i++) {
        struct ivrea_audio audio = ivrea_read_audio(in);
        const char *item = ivrea_media_path(session, &audio);
        if (item != NULL && strchr(item, '!') == NULL) {
            spelled = switch_core_session_sprintf(session->session, "%s%s%s", spelled, *spelled == '\0' ? "" : "!", item);
        }
    }
    return strchr(spelled, '!') == NULL ? spelled
        : switch_core_session_sprintf(session->session, "file_string://%s", spelled);
}
