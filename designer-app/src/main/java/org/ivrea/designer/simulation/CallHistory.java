package org.ivrea.designer.simulation;

import java.util.List;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.jspecify.annotations.Nullable;

/// All of a call, up to now.
public final class CallHistory {
    private final CallSetup setup;
    private final List<CallLog.Input> inputs;
    private final List<Timed> events;
    private final @Nullable CallOutcome outcome;

    CallHistory(CallSetup setup, List<CallLog.Input> inputs, List<Timed> events, @Nullable CallOutcome outcome) {
        this.setup = setup;
        this.inputs = List.copyOf(inputs);
        this.events = List.copyOf(events);
        this.outcome = outcome;
    }

    public CallSetup setup() {
        return setup;
    }

    /// What the caller did and the world answered, in order.
    List<CallLog.Input> inputs() {
        return inputs;
    }

    public List<Timed> events() {
        return events;
    }

    /// @return `null` while the call goes on
    public @Nullable CallOutcome outcome() {
        return outcome;
    }
}
