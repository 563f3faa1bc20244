package org.ivrea.freeswitch.bridge;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Takes the host's events, and runs the threads of calls, on one thread at a time, the leader. What events are given to
/// must be quick and must not block: all calls wait for it. A call's thread that keeps the leader busy is left alone with
/// it, and another leader goes on with all others.
public final class Poller implements Runnable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long STACK_SIZE = 1024 * 1024;

    private final NativeBridge bridge;
    private final Consumer<EventRecord> events;
    private final Runnable closed;
    private final CallThreads threads;
    private final CountDownLatch done = new CountDownLatch(1);

    /// @param closed run when the host has stopped and nothing will come any more
    public Poller(NativeBridge bridge, Consumer<EventRecord> events, Runnable closed) {
        this.bridge = bridge;
        this.events = events;
        this.closed = closed;
        threads = new CallThreads(bridge);
    }

    /// Starts it on a small daemon thread, which ends when nothing will come any more.
    public Thread start() {
        return Thread.ofPlatform().daemon().name("ivrea-watch").start(this);
    }

    @Override
    public void run() {
        try {
            Leader leader = lead();
            while (!done.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (leader.isStuck()) {
                    leader = lead();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            bridge.close();
            closed.run();
        }
    }

    private Leader lead() {
        var leader = new Leader(bridge, events, threads, done::countDown);
        Thread.ofPlatform().daemon().name("ivrea-poller").stackSize(STACK_SIZE).start(leader);
        return leader;
    }
}
