/* The test host as a program: starts the Java virtual machine as a switch would, places calls, and says what came of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jvm.h"
#include "testhost.h"

enum { MAX_OPTIONS = 32, PATIENCE_MS = 120000, STOP_MS = 20000 };

static int usage(void) {
    fprintf(stderr, "usage: testhost JAVA_HOME CLASS_PATH MAIN_CLASS SETTINGS FACTS SCRIPT [JVM-OPTION...]\n"
                    "  JAVA_HOME may be \"\"; SETTINGS, FACTS and SCRIPT: lines as testhost.h tells.\n"
                    "  The environment variable TESTHOST_CALLS has so many more calls placed, whose callers hang up.\n");
    return 2;
}

/* Waits until the runtime takes calls. */
static void wait_for_runtime(struct testhost *host) {
    char *status = testhost_command(host, "status", PATIENCE_MS);
    printf("status: %s\n", status == NULL ? "no reply" : status);
    testhost_free(status);
}

/* Places a call and says what came of it, if wanted. False when it was refused or hangs. */
static bool place(struct testhost *host, const char *facts, const char *script, bool tell) {
    struct testcall *call = testhost_call(host, facts, script, TESTCALL_SCRIPTED);
    if (call == NULL) {
        printf("refused\n");
        return false;
    }
    bool ended = testcall_join(call, PATIENCE_MS) == 0;
    if (tell || !ended) {
        printf("%s%sfallback: %s\n", ended ? "" : "hangs\n", testcall_journal(call), testcall_fallback(call));
    }
    if (ended) {
        testcall_free(call);
    }
    return ended;
}

/* More calls of the same kind, whose callers hang up a little later each. */
static bool place_more(struct testhost *host, const char *facts, const char *script) {
    const char *more = getenv("TESTHOST_CALLS");
    bool well = true;
    for (int i = 0; more != NULL && i < atoi(more) && well; i++) {
        char leaving[1024];
        snprintf(leaving, sizeof leaving, "%s\n%d hangup NORMAL_CLEARING caller", script, i * 37 % 10000);
        well = place(host, facts, leaving, false);
    }
    return well;
}

int main(int count, char **words) {
    if (count < 7) {
        return usage();
    }
    struct testhost *host = testhost_open(words[4], 0, 0, 0, 0);
    if (host == NULL) {
        fprintf(stderr, "memory is short\n");
        return 1;
    }
    const char *options[MAX_OPTIONS];
    int option_count = 0;
    for (int i = 7; i < count && option_count < MAX_OPTIONS; i++) {
        options[option_count++] = words[i];
    }
    struct ivrea_jvm_options jvm_options = {
        .home = words[1],
        .class_path = words[2],
        .main_class = words[3],
        .options = options,
        .option_count = option_count,
    };
    char error[1024];
    struct ivrea_jvm *jvm = ivrea_jvm_start(&jvm_options, testhost_api(host), error, sizeof error);
    if (jvm == NULL) {
        printf("error: %s\n", error);
        testhost_shut_down(host);
        testhost_close(host);
        return 1;
    }
    wait_for_runtime(host);
    bool well = place(host, words[5], words[6], true) && place_more(host, words[5], words[6]);
    testhost_shut_down(host);
    bool stopped = ivrea_jvm_stop(jvm, STOP_MS);
    printf("%s\n", stopped ? "stopped" : "does not stop");
    fflush(stdout);
    if (stopped) {
        testhost_close(host);
    }
    return stopped && well ? 0 : 1;
}
