/* Finding libjvm.so. */
#ifndef IVREA_LIBJVM_H
#define IVREA_LIBJVM_H

#include <stddef.h>

/* Loads it; `home` may be NULL. Returns JNI_CreateJavaVM, or NULL with the reason in `error`. */
typedef int (*ivrea_create_jvm)(void **vm, void **environment, void *arguments);
ivrea_create_jvm ivrea_libjvm_load(const char *home, char *error, size_t error_size);

#endif
