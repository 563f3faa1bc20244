/* Finds what an operation comes to. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer.h"

static const char *name_of(int type) {
    switch (type) {
    case IVREA_RECORD:
        return "record";
    case IVREA_DIAL:
        return "dial";
    case IVREA_TRANSFER:
        return "transfer";
    case IVREA_QUEUE:
        return "queue";
    case IVREA_VOICEMAIL:
        return "voicemail";
    case IVREA_CONFERENCE:
        return "conference";
    case IVREA_LISTEN:
        return "listen";
    default:
        return "execute";
    }
}

static const char *usual(int type) {
    switch (type) {
    case IVREA_RECORD:
        return "5000";
    case IVREA_DIAL:
        return "answered 3000 20000";
    case IVREA_QUEUE:
        return "answered 5000 20000";
    case IVREA_VOICEMAIL:
        return "5000";
    case IVREA_CONFERENCE:
        return "left 60000";
    case IVREA_LISTEN:
        return "no-input 0";
    default:
        return "1";
    }
}

static const char *scripted(struct testcall *session, int type) {
    const char *last = usual(type);
    for (int i = 0; i < session->answer_count; i++) {
        struct scripted_answer *answer = &session->answers[i];
        if (strcmp(answer->operation, name_of(type)) == 0) {
            last = answer->words;
            if (!answer->used) {
                answer->used = true;
                break;
            }
        }
    }
    return last;
}

void find_answer(struct testcall *session, struct ivrea_call *call, int type, struct answer *answer) {
    answer->count = 0;
    const char *text = scripted(session, type);
    if (session->time == TESTCALL_DRIVEN) {
        int64_t value = type;
        tell(session, call, TESTCALL_ASKS, &value, 1);
        text = session->reply_words[0] == '\0' ? usual(type) : session->reply_words;
    }
    snprintf(answer->text, sizeof answer->text, "%s", text);
    char *rest = NULL;
    for (char *word = strtok_r(answer->text, " ", &rest); word != NULL && answer->count < ANSWER_WORDS;
         word = strtok_r(NULL, answer->count < ANSWER_WORDS - 1 ? " " : "", &rest)) {
        answer->words[answer->count++] = word;
    }
}

const char *word(const struct answer *answer, int index) {
    return index < answer->count ? answer->words[index] : "";
}

int64_t number(const struct answer *answer, int index) {
    return strtoll(word(answer, index), NULL, 10);
}

void words_from(const struct answer *answer, int index, char *text, size_t size) {
    text[0] = '\0';
    for (int i = index; i < answer->count; i++) {
        size_t used = strlen(text);
        snprintf(text + used, size - used, "%s%s", i == index ? "" : " ", answer->words[i]);
    }
}

bool fails(struct ivrea_call *call, const struct answer *answer) {
    if (strcmp(word(answer, 0), "fail") != 0) {
        return false;
    }
    char message[TEXT_SIZE];
    words_from(answer, 2, message, sizeof message);
    ivrea_call_fail(call, word(answer, 1), message);
    return true;
}
