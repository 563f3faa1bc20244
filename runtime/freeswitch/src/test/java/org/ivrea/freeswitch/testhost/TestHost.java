package org.ivrea.freeswitch.testhost;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A switch in memory.
public final class TestHost implements AutoCloseable {
    private final TestHostLibrary library = TestHostLibrary.get();
    private final MemorySegment host;

    /// What a runtime may do wrong before calls are kept from it; 0 for the core's own limits.
    public record Limits(int maxCalls, int busyMs, int stuckMs, int lingerMs) {
        public static final Limits USUAL = new Limits(0, 0, 0, 0);
    }

    public TestHost(Map<String, String> settings, Limits limits) {
        host = Native.call(() -> {
            try (Arena arena = Arena.ofConfined()) {
                return (MemorySegment) library.open.invokeExact(arena.allocateFrom(lines(settings)), limits.maxCalls,
                        limits.busyMs, limits.stuckMs, limits.lingerMs);
            }
        });
    }

    static String lines(Map<String, String> pairs) {
        return pairs.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("\n"));
    }

    /// The address of its `struct ivrea_api`.
    public long api() {
        return Native.call(() -> ((MemorySegment) library.api.invokeExact(host)).address());
    }

    /// Asks the runtime as an operator does.
    ///
    /// @return `null` when it does not reply in time
    public @Nullable String command(String words, int timeoutMs) {
        return Native.<@Nullable String>call(() -> {
            try (Arena arena = Arena.ofConfined()) {
                var text = (MemorySegment) library.command.invokeExact(host, arena.allocateFrom(words), timeoutMs);
                if (text.address() == 0) {
                    return null;
                }
                String reply = Native.text(text);
                library.freeText.invokeExact(text);
                return reply;
            }
        });
    }

    public boolean breakCall(String uuid) {
        return Native.call(() -> {
            try (Arena arena = Arena.ofConfined()) {
                return (int) library.breakCall.invokeExact(host, arena.allocateFrom(uuid)) != 0;
            }
        });
    }

    /// Has the host say from now on that these modules are loaded; before, it cannot tell.
    public void modules(String... names) {
        Native.run(() -> {
            try (Arena arena = Arena.ofConfined()) {
                library.modules.invokeExact(host,
                        arena.allocateFrom(String.join("", Stream.of(names).map(name -> name + "\n").toList())));
            }
        });
    }

    /// Places a call.
    ///
    /// @param script as `testhost.h` tells
    /// @return `null` when it is refused
    public @Nullable TestCall call(Map<String, String> facts, String script, TestCall.Time time) {
        MemorySegment call = Native.call(() -> {
            try (Arena arena = Arena.ofConfined()) {
                return (MemorySegment) library.call.invokeExact(host, arena.allocateFrom(lines(facts)),
                        arena.allocateFrom(script), time.ordinal());
            }
        });
        return call.address() == 0 ? null : new TestCall(library, call);
    }

    /// No more calls.
    public void shutDown() {
        Native.run(() -> {
            library.shutDown.invokeExact(host);
        });
    }

    /// To be called when all calls are joined and the poller has ended.
    @Override
    public void close() {
        Native.run(() -> {
            library.close.invokeExact(host);
        });
    }
}
