package org.ivrea.freeswitch.call;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a flow's thread does outside of the switch, such as a request. It is interrupted when the call ends, and only
/// then: an interrupt that comes too late must not meet what the thread does next.
final class OutsideWork {
    private @Nullable Thread worker;

    /// @param over whether the call has ended
    <T> T run(Supplier<T> work, BooleanSupplier over) {
        synchronized (this) {
            worker = Thread.currentThread();
            if (over.getAsBoolean()) {
                Thread.currentThread().interrupt();
            }
        }
        try {
            return work.get();
        } finally {
            synchronized (this) {
                worker = null;
                boolean _ = Thread.interrupted();
            }
        }
    }

    /// The call has ended. Any thread.
    synchronized void interrupt() {
        if (worker != null) {
            worker.interrupt();
        }
    }
}
