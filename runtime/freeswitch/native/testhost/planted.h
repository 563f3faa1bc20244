/* Included by `sanitize module` before player.c: a prompt is read after it was given back. */
#include "prompts.h"

#define ivrea_prompt_release(prompt) \
    do { \
        ivrea_prompts_shrink(0); \
        (ivrea_prompt_release)(prompt); \
        *(volatile size_t *)&(prompt)->count = (prompt)->count; \
    } while (0)
