package org.ivrea.deploy.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Does the same with many things at once, each on a thread of its own.
final class Parallel {
    private Parallel() {}

    /// Returns when all are done.
    ///
    /// @param most        how many are worked on at once
    /// @param interrupted run when the waiting thread is interrupted; it goes on waiting
    static <T> void each(List<T> things, int most, Consumer<T> step, Runnable interrupted) {
        var places = new Semaphore(most);
        List<Thread> threads = new ArrayList<>();
        for (T thing : things) {
            threads.add(Thread.ofVirtual().name("ivrea-deploy").start(() -> {
                places.acquireUninterruptibly();
                try {
                    step.accept(thing);
                } finally {
                    places.release();
                }
            }));
        }
        boolean wasInterrupted = false;
        for (Thread thread : threads) {
            while (true) {
                try {
                    thread.join();
                    break;
                } catch (InterruptedException _) {
                    wasInterrupted = true;
                    interrupted.run();
                }
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
