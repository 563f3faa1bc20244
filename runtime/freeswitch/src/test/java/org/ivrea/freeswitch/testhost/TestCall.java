package org.ivrea.freeswitch.testhost;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

/// A call on the test host.
public final class TestCall implements AutoCloseable {
    private static final int VALUES = 5;
    private static final int PATIENCE_MS = 30_000;

    private final TestHostLibrary library;
    private final MemorySegment call;
    private boolean joined;

    TestCall(TestHostLibrary library, MemorySegment call) {
        this.library = library;
        this.call = call;
    }

    /// How its time passes.
    public enum Time {
        /// From event to event of the script.
        SCRIPTED,
        /// As on the wall.
        REAL,
        /// As [TestCall#reply] says.
        DRIVEN
    }

    /// What a driven call tells.
    public enum Happening {
        NOTHING, WAITS, BEGINS, ENDS, ASKS, ENDED
    }

    /// @param values see `testhost.h`
    public record Told(Happening what, long[] values) {}

    public void press(String keys) {
        keys.chars().forEach(key -> Native.run(() -> {
            library.key.invokeExact(call, key);
        }));
    }

    public void hangUp(String cause, String side) {
        Native.run(() -> {
            try (Arena arena = Arena.ofConfined()) {
                library.hangUp.invokeExact(call, arena.allocateFrom(cause), arena.allocateFrom(side));
            }
        });
    }

    /// Waits for what a driven call tells next.
    public Told await() {
        return Native.call(() -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment values = arena.allocate(JAVA_LONG, VALUES);
                int what = (int) library.await.invokeExact(call, values, PATIENCE_MS);
                return new Told(Happening.values()[what], values.toArray(JAVA_LONG));
            }
        });
    }

    /// @param key   '\0' for none
    /// @param cause `null` when the call goes on
    /// @param words the answer; empty for none
    public void reply(long moment, char key, @Nullable String cause, String side, String words) {
        Native.run(() -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment why = cause == null ? MemorySegment.NULL : arena.allocateFrom(cause);
                library.reply.invokeExact(call, moment, (int) key, why, arena.allocateFrom(side),
                        arena.allocateFrom(words));
            }
        });
    }

    /// What was done so far.
    public List<String> journal() {
        return Native.call(() -> Native.text((MemorySegment) library.journal.invokeExact(call)).lines().toList());
    }

    /// Waits for its end.
    ///
    /// @return the reason for the fallback; empty for none
    public String join() {
        return join(PATIENCE_MS);
    }

    public String join(int timeoutMs) {
        return Native.call(() -> {
            if ((int) library.join.invokeExact(call, timeoutMs) != 0) {
                throw new AssertionError("the call hangs; done so far: " + journal());
            }
            joined = true;
            return Native.text((MemorySegment) library.fallback.invokeExact(call));
        });
    }

    @Override
    public void close() {
        if (!joined) {
            hangUp("MANAGER_REQUEST", "system");
            String _ = join();
        }
        Native.run(() -> {
            library.freeCall.invokeExact(call);
        });
    }
}
