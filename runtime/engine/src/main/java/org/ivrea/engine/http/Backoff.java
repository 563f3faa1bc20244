package org.ivrea.engine.http;

import java.util.random.RandomGenerator;

/// How long to wait before trying again: twice as long each time, spread by chance so that calls that failed together
/// do not come back together.
///
/// @param firstMs of the first pause, at least 1
/// @param maxMs   of any pause, at least `firstMs`
record Backoff(int firstMs, int maxMs) {
    static final Backoff DEFAULT = new Backoff(200, 2_000);
    private static final int MOST_DOUBLINGS = 20;

    /// How long to wait after an attempt that failed.
    ///
    /// @param attempt 0 for the pause after the first attempt
    /// @return from half of the full pause to all of it
    long pauseMs(int attempt, RandomGenerator random) {
        long full = Math.min(maxMs, (long) firstMs << Math.min(attempt, MOST_DOUBLINGS));
        return full - random.nextLong(full / 2 + 1);
    }
}
