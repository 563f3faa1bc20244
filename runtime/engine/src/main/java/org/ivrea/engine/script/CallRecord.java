package org.ivrea.engine.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.engine.trace.TraceSink;

/// What a call left behind so far: its trace, its flow, and a view of the variables.
final class CallRecord implements TraceSink {
    private final List<TraceJson.Timed> trace = new ArrayList<>();
    private Variables variables = _ -> null;
    private String flow;

    /// @param flow that answers
    CallRecord(String flow) {
        this.flow = flow;
    }

    @Override
    public void accept(long atMs, TraceEvent event) {
        trace.add(new TraceJson.Timed(atMs, event));
        if (event instanceof TraceEvent.NodeEntered entered) {
            flow = entered.flow();
        }
    }

    void probe(Variables view) {
        variables = view;
    }

    List<TraceJson.Timed> trace() {
        return Collections.unmodifiableList(trace);
    }

    Variables variables() {
        return variables;
    }

    /// The flow that is running or ended last.
    String flow() {
        return flow;
    }
}
