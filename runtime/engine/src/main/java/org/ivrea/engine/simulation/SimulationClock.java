package org.ivrea.engine.simulation;

/// Decides how long simulated time takes. All times are milliseconds since the call began.
public interface SimulationClock {

    /// The time at which input from other threads arrives. Any thread.
    long now();

    /// Waits until the moment has come, or until there is input. Only the flow's thread.
    ///
    /// @return false when it was [woken][#wake] before
    /// @throws InterruptedException when the thread was interrupted, which ends the call
    boolean sleepUntil(long ms) throws InterruptedException;

    /// Ends the running wait, or the next one if none is running. Any thread.
    void wake();
}
