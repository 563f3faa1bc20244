package org.ivrea.freeswitch.real;

/// Looks for the highest rate that holds: upwards by half as much again until one does not, and then in between.
final class RateSearch {
    private static final double FINE = 0.05;

    private int next;
    private int held;
    private int failed = Integer.MAX_VALUE;

    RateSearch(int from) {
        next = from;
    }

    boolean settled() {
        return next <= held || next >= failed;
    }

    int next() {
        return next;
    }

    /// What came of the rate that was next.
    void tell(boolean holds) {
        if (holds) {
            held = next;
        } else {
            failed = next;
        }
        if (failed == Integer.MAX_VALUE) {
            next = held + held / 2;
        } else {
            next = failed - held <= Math.max(2, held * FINE) ? held : (held + failed) / 2;
        }
    }

    /// The highest of those that held; 0 for none.
    int held() {
        return held;
    }

    /// The next lower one to try for longer.
    static int below(int rate) {
        return rate - Math.max(1, (int) Math.round(rate * FINE));
    }
}
