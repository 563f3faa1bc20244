package org.ivrea.freeswitch.call;

/// What counts the time between two events of a call.
@FunctionalInterface
public interface Ticker {

    /// The machine's clock.
    Ticker REAL = System::nanoTime;

    /// Nanoseconds since some moment.
    long nanos();
}
