/* The test host as a program: starts the Java virtual machine as a switch would, places calls, and says what came of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jvm.h"
#include "testhost.h"

enum { MAX_OPTIONS = 32, PATIENCE_MS = 30000 };

static int usage(void) {
    fprintf(stderr, "usage: testhost JAVA_HOME CLASS_PATH MAIN_CLASS SETTINGS FACTS SCRIPT [JVM-OPTION...]\n"
                    "  JAVA_HOME may be \"\"; SETTINGS, FACTS and SCRIPT: lines as testhost.h tells.\n");
    return 2;
}

/* Waits until the runtime takes calls; false when it does not. */
static struct testcall *place(struct testhost *host, const char *facts, const char *script) {
    char *status = testhost_command(host, "status", PATIENCE_MS);
    printf("status: %s\n", status == NULL ? "no reply" : status);
    testhost_free(status);
    return testhost_call(host, facts, script, TESTCALL_SCRIPTED);
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
    struct testcall *call = place(host, words[5], words[6]);
    if (call == NULL) {
        printf("refused\n");
    } else {
        bool ended = testcall_join(call, PATIENCE_MS) == 0;
        printf("%s%sfallback: %s\n", ended ? "" : "hangs\n", testcall_journal(call), testcall_fallback(call));
        if (ended) {
            testcall_free(call);
        }
    }
    testhost_shut_down(host);
    bool stopped = ivrea_jvm_stop(jvm, PATIENCE_MS);
    printf("%s\n", stopped ? "stopped" : "does not stop");
    fflush(stdout);
    if (stopped) {
        testhost_close(host);
    }
    return stopped && call != NULL ? 0 : 1;
}
