package org.ivrea.freeswitch.testhost;

import java.lang.foreign.MemorySegment;

/// Calls native functions.
@SuppressWarnings("restricted") // this is where Java meets C
final class Native {
    private Native() {}

    @FunctionalInterface
    interface Function<T extends @org.jspecify.annotations.Nullable Object> {
        T call() throws Throwable;
    }

    @FunctionalInterface
    interface Procedure {
        void run() throws Throwable;
    }

    static <T extends @org.jspecify.annotations.Nullable Object> T call(Function<T> function) {
        try {
            return function.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(Procedure procedure) {
        Object _ = call(() -> {
            procedure.run();
            return "";
        });
    }

    static String text(MemorySegment text) {
        return text.reinterpret(Long.MAX_VALUE).getString(0);
    }
}
