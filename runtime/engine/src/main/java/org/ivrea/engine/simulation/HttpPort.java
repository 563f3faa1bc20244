package org.ivrea.engine.simulation;

import org.ivrea.engine.call.Operation;

/// Makes requests for real, on behalf of a simulated call that is allowed to.
@FunctionalInterface
public interface HttpPort {

    /// Blocks until it is done. Interrupted when the caller hangs up.
    Operation.HttpOutcome exchange(Operation.HttpExchange request);
}
