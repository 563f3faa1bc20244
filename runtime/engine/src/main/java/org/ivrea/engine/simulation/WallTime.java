package org.ivrea.engine.simulation;

import java.util.concurrent.locks.Condition;

/// The time on the wall, so that tests can stop it.
public interface WallTime {
    WallTime SYSTEM = new WallTime() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void await(Condition changed, long nanos) throws InterruptedException {
            // Whoever calls looks again at the time, so that it does not matter why the wait ended.
            long _ = changed.awaitNanos(nanos);
        }
    };

    long nanos();

    /// Waits until the condition is signalled or the time is over.
    void await(Condition changed, long nanos) throws InterruptedException;
}
