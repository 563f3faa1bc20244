package org.ivrea.freeswitch.real;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Whether telephones send their audio in time. When they do not, it is they, and not the switch, that a benchmark has
/// come to the end of.
final class Punctuality {
    static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final LongAdder sent = new LongAdder();
    private final LongAdder late = new LongAdder();

    /// @param byNanos after the moment that it was due at
    void sent(long byNanos) {
        sent.increment();
        if (byNanos > FRAME_NANOS) {
            late.increment();
        }
    }

    /// The share of packets that went out later than a frame since the last time it was asked.
    double lateShare() {
        long all = sent.sumThenReset();
        long those = late.sumThenReset();
        return all == 0 ? 0 : (double) those / all;
    }
}
