package org.ivrea.engine.trace;

/// Takes the events of one call, in their order, on the call's own thread.
@FunctionalInterface
public interface TraceSink {

    /// Keeps nothing.
    TraceSink NONE = (_, _) -> {};

    /// @param atMs milliseconds since the call began
    void accept(long atMs, TraceEvent event);
}
