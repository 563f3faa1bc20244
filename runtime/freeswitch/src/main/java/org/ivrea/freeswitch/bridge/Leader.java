package org.ivrea.freeswitch.bridge;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/// Takes events and runs the threads of calls, by turns, until there are no more events or another one leads.
final class Leader implements Runnable {
    private static final int BUFFER_SIZE = 256 * 1024;
    private static final int LARGEST_BUFFER = 64 * 1024 * 1024;
    private static final int TIMEOUT_MS = 2_000;

    private final NativeBridge bridge;
    private final Consumer<EventRecord> events;
    private final CallThreads threads;
    private final Runnable done;
    private volatile int turn;
    /// At the last look.
    private int lastTurn;

    /// @param done run when no events will come any more
    Leader(NativeBridge bridge, Consumer<EventRecord> events, CallThreads threads, Runnable done) {
        this.bridge = bridge;
        this.events = events;
        this.threads = threads;
        this.done = done;
    }

    /// Whether it has been busy with one thing since the last look. For one thread.
    boolean isStuck() {
        int now = turn;
        boolean same = now == lastTurn;
        lastTurn = now;
        return same && !threads.isAsleep();
    }

    @Override
    public void run() {
        threads.runHere();
        long result = NativeBridge.TOO_SMALL;
        try {
            for (int size = BUFFER_SIZE; result == NativeBridge.TOO_SMALL && size <= LARGEST_BUFFER; size *= 2) {
                try (Arena arena = Arena.ofConfined()) {
                    result = lead(arena.allocate(size, Long.BYTES));
                }
            }
        } finally {
            if (result < 0) {
                ended(result);
            }
        }
    }

    private void ended(long result) {
        if (result != NativeBridge.CLOSED) {
            bridge.log(0, Bridge.LogLevel.ERROR, "The runtime takes no more events: the module gave the error "
                    + result);
        }
        done.run();
    }

    /// @return why there are no more events; 0 when another one leads
    private long lead(MemorySegment buffer) {
        while (threads.runsHere()) {
            long filled = next(buffer);
            if (filled < 0) {
                return filled;
            }
            for (long at = 0; at < filled; at += EventRecord.sizeAt(buffer, at)) {
                take(EventRecord.copyOf(buffer, at));
            }
            threads.run();
        }
        return 0;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // by this thread alone
    private long next(MemorySegment buffer) {
        boolean idle = threads.sleep();
        try {
            return bridge.next(buffer, idle ? TIMEOUT_MS : 0);
        } finally {
            turn++;
            threads.awake();
        }
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
