/* What an operation comes to, as the caller's script or a driver says it. */
#ifndef IVREA_ANSWER_H
#define IVREA_ANSWER_H

#include "session.h"

enum { ANSWER_WORDS = 8 };

/*
 * Answers, in words:
 *   record MS               how long the caller speaks; -1 for on and on
 *   dial OUTCOME AFTER TALK
 *   transfer WORKS
 *   queue OUTCOME AFTER TALK KEY
 *   voicemail MS
 *   conference OUTCOME STAY
 *   listen OUTCOME CONFIDENCE TEXT...
 *   execute WORKS [MS]
 * or for each of them: fail CODE MESSAGE...
 */
struct answer {
    char text[TEXT_SIZE];
    char *words[ANSWER_WORDS];
    int count;
};

/* An answer keeps pointers into itself: it must not be copied. */
void find_answer(struct testcall *session, struct ivrea_call *call, int type, struct answer *answer);
/* "" when there are not so many. */
const char *word(const struct answer *answer, int index);
int64_t number(const struct answer *answer, int index);
/* Its words from `index` on, as one text. */
void words_from(const struct answer *answer, int index, char *text, size_t size);
/* Whether it is that the operation fails: the call knows by what then. */
bool fails(struct ivrea_call *call, const struct answer *answer);

#endif
