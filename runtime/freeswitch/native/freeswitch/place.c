/* Who waits in a queue of mod_callcenter, and for how long: read from its lists, whose lines are columns "a|b|c". */
#include "module.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_COLUMNS = 32 };

struct list {
    char *text;
    char *rest;
    char *names[MAX_COLUMNS];
    char *values[MAX_COLUMNS];
    int count;
};

static int split(char *line, char **columns) {
    memset(columns, 0, MAX_COLUMNS * sizeof *columns);
    return (int)switch_separate_string(line, '|', columns, MAX_COLUMNS);
}

static struct list open_list(const char *kind, const char *queue) {
    char arguments[256];
    snprintf(arguments, sizeof arguments, "queue list %s %s", kind, queue);
    struct list list = {.text = ivrea_api_answer("callcenter_config", arguments)};
    char *line = strtok_r(list.text, "\n", &list.rest);
    list.count = line == NULL ? 0 : split(line, list.names);
    return list;
}

/* False at the end. */
static bool next_line(struct list *list) {
    char *line;
    while ((line = strtok_r(NULL, "\n", &list->rest)) != NULL) {
        if (split(line, list->values) >= list->count) {
            return list->count > 1;
        }
    }
    return false;
}

/* "" when there is no such column. */
static const char *value(const struct list *list, const char *name) {
    for (int i = 0; i < list->count; i++) {
        if (!strcmp(list->names[i], name)) {
            return switch_str_nil(list->values[i]);
        }
    }
    return "";
}

static bool next_waiting(struct list *members) {
    while (next_line(members)) {
        const char *state = value(members, "state");
        if (!strcmp(state, "Waiting") || !strcmp(state, "Trying")) {
            return true;
        }
    }
    return false;
}

char *ivrea_place_waiting(const char *queue, int *count) {
    struct list members = open_list("members", queue);
    char *uuids = calloc(1, strlen(members.rest == NULL ? "" : members.rest) + 1);
    *count = 0;
    for (char *end = uuids; uuids != NULL && next_waiting(&members); ++*count) {
        end = stpcpy(stpcpy(end, value(&members, "session_uuid")), "\n");
    }
    free(members.text);
    return uuids;
}

int ivrea_place_of(const char *queue, const char *uuid) {
    struct list members = open_list("members", queue);
    int ahead = 0;
    bool found = false;
    /* Those who come first stand first. */
    while (!found && next_waiting(&members)) {
        found = !strcmp(value(&members, "session_uuid"), uuid);
        ahead += !found;
    }
    free(members.text);
    return found ? ahead + 1 : 0;
}

/* Each one ahead, and the caller's own turn, takes as long as a conversation of these agents takes, shared by those who
   work. */
int64_t ivrea_place_wait_ms(const char *queue, int place) {
    struct list agents = open_list("agents", queue);
    int64_t calls = 0;
    int64_t talk_s = 0;
    int working = 0;
    while (next_line(&agents)) {
        calls += atoll(value(&agents, "calls_answered"));
        talk_s += atoll(value(&agents, "talk_time"));
        working += !strncmp(value(&agents, "status"), "Available", strlen("Available"));
    }
    free(agents.text);
    return place == 0 || calls == 0 || working == 0 ? 0 : place * (talk_s * 1000 / calls) / working;
}
