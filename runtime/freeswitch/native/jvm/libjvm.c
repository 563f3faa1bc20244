#include "libjvm.h"

#include <dirent.h>
#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { WANTED_VERSION = 25, PATH_SIZE = 4096 };

static bool exists(const char *path) {
    struct stat info;
    return stat(path, &info) == 0;
}

static bool is_file(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

/* The major version of a Java home, as its file "release" says: JAVA_VERSION="25.0.1". 0 when unknown. */
static int version_of(const char *home) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/release", home);
    FILE *release = fopen(path, "r");
    if (release == NULL) {
        return 0;
    }
    int version = 0;
    char line[512];
    while (version == 0 && fgets(line, sizeof line, release) != NULL) {
        if (sscanf(line, "JAVA_VERSION=\"%d", &version) != 1) {
            version = 0;
        }
    }
    fclose(release);
    return version;
}

static bool library_in(const char *home, char *library, size_t size) {
    int length = snprintf(library, size, "%s/lib/server/libjvm.so", home);
    return length > 0 && (size_t)length < size && is_file(library);
}

/* Looks through a folder of Java homes for one that is new enough. */
static bool search(const char *folder, char *library, size_t size) {
    DIR *entries = opendir(folder);
    if (entries == NULL) {
        return false;
    }
    bool found = false;
    const struct dirent *entry;
    while (!found && (entry = readdir(entries)) != NULL) {
        char home[PATH_SIZE];
        int length = snprintf(home, sizeof home, "%s/%s", folder, entry->d_name);
        found = entry->d_name[0] != '.' && length < (int)sizeof home && version_of(home) >= WANTED_VERSION
            && library_in(home, library, size);
    }
    closedir(entries);
    return found;
}

static bool given(const char *home, char *library, size_t size, char *error, size_t error_size) {
    if (is_file(home)) {
        snprintf(library, size, "%s", home);
        return true;
    }
    if (!exists(home)) {
        snprintf(error, error_size, "there is no %s; name the folder of a JDK %d or later, or its libjvm.so", home,
                 WANTED_VERSION);
        return false;
    }
    int version = version_of(home);
    if (version != 0 && version < WANTED_VERSION) {
        snprintf(error, error_size, "%s is Java %d, but Java %d or later is needed", home, version, WANTED_VERSION);
        return false;
    }
    if (!library_in(home, library, size)) {
        snprintf(error, error_size, "%s has no lib/server/libjvm.so; name the folder of a JDK %d or later", home,
                 WANTED_VERSION);
        return false;
    }
    return true;
}

static bool find(const char *home, char *library, size_t size, char *error, size_t error_size) {
    if (home != NULL && home[0] != '\0') {
        return given(home, library, size, error, error_size);
    }
    const char *java_home = getenv("JAVA_HOME");
    if (java_home != NULL && version_of(java_home) >= WANTED_VERSION && library_in(java_home, library, size)) {
        return true;
    }
    if (search("/usr/lib/jvm", library, size) || search("/opt/java", library, size)
        || search("/usr/java", library, size)) {
        return true;
    }
    snprintf(error, error_size, "no Java %d or later was found in JAVA_HOME, /usr/lib/jvm, /opt/java and /usr/java;"
             " install one, or name its folder", WANTED_VERSION);
    return false;
}

ivrea_create_jvm ivrea_libjvm_load(const char *home, char *error, size_t error_size) {
    char library[PATH_SIZE];
    if (!find(home, library, sizeof library, error, error_size)) {
        return NULL;
    }
    void *handle = dlopen(library, RTLD_NOW | RTLD_GLOBAL);
    if (handle == NULL) {
        snprintf(error, error_size, "%s cannot be loaded: %s", library, dlerror());
        return NULL;
    }
    void *symbol = dlsym(handle, "JNI_CreateJavaVM");
    if (symbol == NULL) {
        snprintf(error, error_size, "%s is no Java virtual machine: it has no JNI_CreateJavaVM", library);
        return NULL;
    }
    ivrea_create_jvm create;
    memcpy(&create, &symbol, sizeof create);
    return create;
}
