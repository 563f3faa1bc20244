package org.ivrea.engine.spec;

import org.jspecify.annotations.Nullable;

/// Calls method handles of records, which declare `Throwable` but throw unchecked exceptions only.
final class Invocation {
    private Invocation() {}

    interface Body<T extends @Nullable Object> {
        T run() throws Throwable;
    }

    static Object call(Body<Object> body) {
        try {
            return body.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record threw a checked exception", e);
        }
    }

    static @Nullable Object callNullable(Body<@Nullable Object> body) {
        try {
            return body.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record threw a checked exception", e);
        }
    }
}
