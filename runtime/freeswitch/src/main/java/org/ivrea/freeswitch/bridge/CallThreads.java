package org.ivrea.freeswitch.bridge;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The virtual threads of calls. They run on the thread that takes the host's events, as what they do between two
/// operations is little: waking another thread for it would cost more than it does.
///
/// That virtual threads have a scheduler of one's own is no official part of Java; where it is not to be had, they run
/// as usual.
public final class CallThreads implements Executor {
    private static final ThreadLocal<@Nullable CallThreads> CURRENT = new ThreadLocal<>();
    private static final @Nullable Constructor<?> BUILDER = builder();
    /// Tasks of a turn; in between events are taken.
    private static final int MOST_TASKS = 64;

    private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
    private final NativeBridge bridge;
    private volatile @Nullable Thread runner;
    private volatile boolean asleep;

    CallThreads(NativeBridge bridge) {
        this.bridge = bridge;
    }

    private static @Nullable Constructor<?> builder() {
        try {
            Constructor<?> builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
                    .getDeclaredConstructor(Executor.class);
            builder.setAccessible(true);
            return builder;
        } catch (ReflectiveOperationException | InaccessibleObjectException _) {
            return null;
        }
    }

    /// Starts the virtual thread of a call. To be called by what the poller gives events to.
    public static void start(String name, Runnable task) {
        CallThreads threads = CURRENT.get();
        Thread.Builder.OfVirtual builder = threads == null ? Thread.ofVirtual() : threads.newBuilder();
        Thread _ = builder.name(name).start(task);
    }

    private Thread.Builder.OfVirtual newBuilder() {
        Constructor<?> builder = BUILDER;
        try {
            return builder == null ? Thread.ofVirtual() : (Thread.Builder.OfVirtual) builder.newInstance(this);
        } catch (ReflectiveOperationException _) {
            return Thread.ofVirtual();
        }
    }

    /// A virtual thread can go on. Any thread.
    @Override
    public void execute(Runnable task) {
        ready.add(task);
        if (asleep && Thread.currentThread() != runner) {
            bridge.wake();
        }
    }

    /// The present thread runs them from now on.
    void runHere() {
        runner = Thread.currentThread();
        CURRENT.set(this);
    }

    boolean runsHere() {
        return runner == Thread.currentThread();
    }

    /// The present thread is going to wait for events.
    ///
    /// @return whether it may, as nothing else is to be done; [#awake] must follow
    boolean sleep() {
        asleep = true;
        return ready.isEmpty();
    }

    void awake() {
        asleep = false;
    }

    boolean isAsleep() {
        return asleep;
    }

    /// Runs those that can go on.
    void run() {
        for (int left = MOST_TASKS; left > 0 && runsHere(); left--) {
            Runnable task = ready.poll();
            if (task == null) {
                return;
            }
            task.run();
        }
    }
}
