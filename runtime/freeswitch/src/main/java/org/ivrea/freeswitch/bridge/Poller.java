package org.ivrea.freeswitch.bridge;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/// The one thread that takes the host's events. What it gives them to must be quick and must not block: all calls wait
/// for it.
public final class Poller implements Runnable {
    private static final int BUFFER_SIZE = 256 * 1024;
    private static final int LARGEST_BUFFER = 64 * 1024 * 1024;
    private static final int TIMEOUT_MS = 2_000;
    private static final long STACK_SIZE = 256 * 1024;

    private final NativeBridge bridge;
    private final Consumer<EventRecord> events;
    private final Runnable closed;

    /// @param closed run when the host has stopped and nothing will come any more
    public Poller(NativeBridge bridge, Consumer<EventRecord> events, Runnable closed) {
        this.bridge = bridge;
        this.events = events;
        this.closed = closed;
    }

    /// Starts it on a small daemon thread.
    public Thread start() {
        Thread thread = Thread.ofPlatform().daemon().name("ivrea-poller").stackSize(STACK_SIZE).unstarted(this);
        thread.start();
        return thread;
    }

    @Override
    public void run() {
        try {
            int size = BUFFER_SIZE;
            long result = NativeBridge.TOO_SMALL;
            while (result == NativeBridge.TOO_SMALL && size <= LARGEST_BUFFER) {
                try (Arena arena = Arena.ofConfined()) {
                    result = poll(arena.allocate(size, Long.BYTES));
                }
                size *= 2;
            }
            if (result != NativeBridge.CLOSED) {
                bridge.log(0, Bridge.LogLevel.ERROR, "The runtime takes no more events: the module gave the error "
                        + result);
            }
        } finally {
            bridge.close();
            closed.run();
        }
    }

    /// @return why there are no more events
    private long poll(MemorySegment buffer) {
        long filled = bridge.next(buffer, TIMEOUT_MS);
        while (filled >= 0) {
            for (long at = 0; at < filled; at += EventRecord.sizeAt(buffer, at)) {
                take(EventRecord.copyOf(buffer, at));
            }
            filled = bridge.next(buffer, TIMEOUT_MS);
        }
        return filled;
    }

    /// A fault with one event must not end all others.
    private void take(EventRecord event) {
        try {
            events.accept(event);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            bridge.log(event.call(), Bridge.LogLevel.ERROR, "An event of the type " + event.type() + " was lost: " + e);
        }
    }
}
