#define _GNU_SOURCE
#include "jvm.h"

#include <errno.h>
#include <jni.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "collector.h"
#include "libjvm.h"

enum { STACK_SIZE = 8 * 1024 * 1024, FIXED_OPTIONS = 6 };

struct ivrea_jvm {
    const struct ivrea_jvm_options *options; /* during the start only */
    const struct ivrea_api *api;
    struct ivrea_schedule schedule;
    char error[1024];
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    enum { STARTING, RUNNING, FAILED, STOPPING, STOPPED } state;
};

static void enter(struct ivrea_jvm *jvm, int state) {
    pthread_mutex_lock(&jvm->lock);
    jvm->state = state;
    pthread_cond_broadcast(&jvm->changed);
    pthread_mutex_unlock(&jvm->lock);
}

static JavaVMOption option(const char *text) {
    JavaVMOption made = {.optionString = (char *)text};
    return made;
}

/* The last element of the class path that is missing, or NULL. */
static bool class_path_missing(const char *class_path, char *missing, size_t size) {
    const char *at = class_path;
    while (*at != '\0') {
        size_t length = strcspn(at, ":");
        snprintf(missing, size, "%.*s", (int)length, at);
        bool pattern = length > 0 && at[length - 1] == '*';
        if (length > 0 && !pattern && access(missing, R_OK) != 0) {
            return true;
        }
        at += length + (at[length] == ':');
    }
    return false;
}

static bool create(struct ivrea_jvm *jvm, ivrea_create_jvm create_jvm, JavaVM **vm, JNIEnv **env) {
    const struct ivrea_jvm_options *options = jvm->options;
    size_t size = strlen(options->class_path) + 32;
    char *class_path = malloc(size);
    JavaVMOption *all = calloc((size_t)options->option_count + FIXED_OPTIONS, sizeof *all);
    int result = JNI_ENOMEM;
    if (class_path != NULL && all != NULL) {
        int count = 0;
        snprintf(class_path, size, "-Djava.class.path=%s", options->class_path);
        all[count++] = option(class_path);
        all[count++] = option("-Xrs");
        all[count++] = option("--enable-native-access=ALL-UNNAMED");
        all[count++] = option("--sun-misc-unsafe-memory-access=allow");
        all[count++] = option("--add-opens=java.base/java.lang=ALL-UNNAMED");
        all[count++] = option("-Djava.awt.headless=true");
        for (int i = 0; i < options->option_count; i++) {
            all[count++] = option(options->options[i]);
        }
        JavaVMInitArgs arguments = {.version = JNI_VERSION_21, .nOptions = count, .options = all,
                                    .ignoreUnrecognized = JNI_FALSE};
        result = create_jvm((void **)vm, (void **)env, &arguments);
    }
    free(all);
    free(class_path);
    if (result == JNI_EEXIST) {
        snprintf(jvm->error, sizeof jvm->error, "this process has a Java virtual machine already, of another module;"
                 " unload that module and restart");
    } else if (result == JNI_EVERSION) {
        snprintf(jvm->error, sizeof jvm->error, "the Java virtual machine is too old; Java 25 or later is needed");
    } else if (result != JNI_OK) {
        snprintf(jvm->error, sizeof jvm->error, "the Java virtual machine does not start (error %d); look for a wrong"
                 " option, or too little memory: the standard error output has its own message", result);
    }
    return result == JNI_OK;
}

/* Puts the pending exception into the error. */
static void describe(JNIEnv *env, struct ivrea_jvm *jvm, const char *what) {
    jthrowable thrown = (*env)->ExceptionOccurred(env);
    (*env)->ExceptionClear(env);
    const char *text = NULL;
    jstring string = NULL;
    if (thrown != NULL) {
        jclass type = (*env)->GetObjectClass(env, thrown);
        jmethodID to_string = (*env)->GetMethodID(env, type, "toString", "()Ljava/lang/String;");
        string = to_string == NULL ? NULL : (jstring)(*env)->CallObjectMethod(env, thrown, to_string);
        (*env)->ExceptionClear(env);
        text = string == NULL ? NULL : (*env)->GetStringUTFChars(env, string, NULL);
    }
    snprintf(jvm->error, sizeof jvm->error, "%s: %s", what, text == NULL ? "no reason was given" : text);
    if (text != NULL) {
        (*env)->ReleaseStringUTFChars(env, string, text);
    }
}

static bool start_runtime(struct ivrea_jvm *jvm, JNIEnv *env) {
    char what[256];
    jclass type = (*env)->FindClass(env, jvm->options->main_class);
    if (type == NULL) {
        snprintf(what, sizeof what, "the class %s is not to be found or is broken; correct the class path",
                 jvm->options->main_class);
        describe(env, jvm, what);
        return false;
    }
    jmethodID start = (*env)->GetStaticMethodID(env, type, "start", "(J)V");
    if (start == NULL) {
        snprintf(what, sizeof what, "the class %s has no method start(long); the jars are of another version",
                 jvm->options->main_class);
        describe(env, jvm, what);
        return false;
    }
    (*env)->CallStaticVoidMethod(env, type, start, (jlong)(intptr_t)jvm->api);
    if ((*env)->ExceptionCheck(env)) {
        describe(env, jvm, "the runtime did not start");
        return false;
    }
    return true;
}

/* The machine's main thread: it starts the runtime and, in the end, takes the machine down. */
static void *run(void *data) {
    struct ivrea_jvm *jvm = data;
    JavaVM *vm = NULL;
    JNIEnv *env = NULL;
    char missing[512];
    /* All threads of the machine inherit it, and the host's may be a real-time one. */
    ivrea_schedule_lower(ivrea_schedule_self());
    ivrea_create_jvm create_jvm = ivrea_libjvm_load(jvm->options->home, jvm->error, sizeof jvm->error);
    bool started = create_jvm != NULL;
    if (started && class_path_missing(jvm->options->class_path, missing, sizeof missing)) {
        snprintf(jvm->error, sizeof jvm->error, "the class path names %s, which does not exist or cannot be read",
                 missing);
        started = false;
    }
    started = started && create(jvm, create_jvm, &vm, &env);
    if (started) {
        ivrea_collector_raise(&jvm->schedule);
        started = start_runtime(jvm, env);
    }
    enter(jvm, started ? RUNNING : FAILED);
    if (started) {
        pthread_mutex_lock(&jvm->lock);
        while (jvm->state == RUNNING) {
            pthread_cond_wait(&jvm->changed, &jvm->lock);
        }
        pthread_mutex_unlock(&jvm->lock);
    }
    if (vm != NULL) {
        (*vm)->DestroyJavaVM(vm);
    }
    if (started) {
        enter(jvm, STOPPED);
    }
    return NULL;
}

static bool start_thread(struct ivrea_jvm *jvm) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_SIZE);
    int result = pthread_create(&jvm->thread, &attributes, run, jvm);
    pthread_attr_destroy(&attributes);
    if (result != 0) {
        snprintf(jvm->error, sizeof jvm->error, "no thread for the Java virtual machine: %s", strerror(result));
    }
    return result == 0;
}

static void free_jvm(struct ivrea_jvm *jvm) {
    pthread_cond_destroy(&jvm->changed);
    pthread_mutex_destroy(&jvm->lock);
    free(jvm);
}

struct ivrea_jvm *ivrea_jvm_start(const struct ivrea_jvm_options *options, const struct ivrea_api *api, char *error,
                                  size_t error_size) {
    struct ivrea_jvm *jvm = calloc(1, sizeof *jvm);
    if (jvm == NULL) {
        snprintf(error, error_size, "memory is short");
        return NULL;
    }
    jvm->options = options;
    jvm->api = api;
    jvm->state = STARTING;
    ivrea_schedule_open(&jvm->schedule);
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&jvm->lock, NULL);
    pthread_cond_init(&jvm->changed, &attributes);
    pthread_condattr_destroy(&attributes);
    bool started = start_thread(jvm);
    if (started) {
        pthread_mutex_lock(&jvm->lock);
        while (jvm->state == STARTING) {
            pthread_cond_wait(&jvm->changed, &jvm->lock);
        }
        started = jvm->state == RUNNING;
        pthread_mutex_unlock(&jvm->lock);
        if (!started) {
            pthread_join(jvm->thread, NULL);
        }
    }
    jvm->options = NULL;
    if (!started) {
        snprintf(error, error_size, "%s", jvm->error);
        free_jvm(jvm);
        return NULL;
    }
    return jvm;
}

bool ivrea_jvm_stop(struct ivrea_jvm *jvm, int timeout_ms) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += timeout_ms / 1000 + 1;
    pthread_mutex_lock(&jvm->lock);
    if (jvm->state == RUNNING) {
        jvm->state = STOPPING;
        pthread_cond_broadcast(&jvm->changed);
    }
    int result = 0;
    while (jvm->state != STOPPED && result != ETIMEDOUT) {
        result = pthread_cond_timedwait(&jvm->changed, &jvm->lock, &until);
    }
    bool stopped = jvm->state == STOPPED;
    pthread_mutex_unlock(&jvm->lock);
    if (stopped) {
        pthread_join(jvm->thread, NULL);
        free_jvm(jvm);
    }
    return stopped;
}
