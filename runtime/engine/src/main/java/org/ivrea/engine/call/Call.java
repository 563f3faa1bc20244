package org.ivrea.engine.call;

import java.time.ZonedDateTime;
import org.ivrea.engine.trace.TraceSink;

/// One phone call and the world around it: the port through which a flow does everything that takes time, needs the
/// caller or reaches outside. A simulated call, a call on a switch: the engine cannot tell them apart.
///
/// A call is used by one thread, the one that runs its flow. Operations block it.
public interface Call {

    CallInfo info();

    /// Tells the call where to report what the caller hears and does while operations run. Called once, before the
    /// first operation.
    void traceTo(TraceSink sink);

    /// Does what is asked and waits until it is done.
    ///
    /// @throws CallEnded     when the operation [needs the caller][Operation#needsCaller] and the call is over, or ends
    ///                       before the operation does; an operation that waits for something else (an HTTP reply) is
    ///                       given up as well when the caller goes
    /// @throws CallFailure   when the operation could not be done, with the reason for people
    <R> R perform(Operation<R> operation);

    /// How the call ended.
    ///
    /// @return `null` while it is up
    @org.jspecify.annotations.Nullable
    CallEnd end();

    /// The date and time that the flow goes by.
    ZonedDateTime now();

    /// Milliseconds since the call began.
    long elapsedMs();
}
