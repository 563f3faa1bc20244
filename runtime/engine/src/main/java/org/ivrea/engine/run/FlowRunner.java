package org.ivrea.engine.run;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.trace.TraceSink;

/// Runs calls through the flows of one version of a project. Threads share it; each call runs on its own.
public final class FlowRunner {
    private final CompiledProject project;
    private final Limits limits;

    public FlowRunner(CompiledProject project, Limits limits) {
        this.project = project;
        this.limits = limits;
    }

    public CompiledProject project() {
        return project;
    }

    /// Has the flow answer the call, and comes back when all is over, hang-up handlers included. Never throws for what
    /// a flow or a caller does.
    ///
    /// @param inputs values for the flow's inputs, by name
    /// @param trace  given every event, on the calling thread
    public CallOutcome run(String flow, Map<String, Object> inputs, Call call, TraceSink trace) {
        return run(flow, inputs, call, trace, _ -> {});
    }

    /// The same.
    ///
    /// @param probe given, before the flow begins, a view of the variables of whichever flow is running or ended last;
    ///              to be read on the call's thread or after the call
    public CallOutcome run(String flow, Map<String, Object> inputs, Call call, TraceSink trace,
            Consumer<Variables> probe) {
        return run(flow, inputs, call, trace, probe, CallGate.OPEN);
    }

    /// The same, watched step by step.
    public CallOutcome run(String flow, Map<String, Object> inputs, Call call, TraceSink trace, CallGate gate) {
        return run(flow, inputs, call, trace, _ -> {}, gate);
    }

    private CallOutcome run(String flow, Map<String, Object> inputs, Call call, TraceSink trace,
            Consumer<Variables> probe, CallGate gate) {
        CompiledFlow compiled = project.flow(flow);
        if (compiled == null) {
            return notStarted("There is no flow \"" + flow + "\"; correct the name, or deploy the flow");
        }
        if (!compiled.runnable()) {
            return notStarted("The flow \"" + flow + "\" has errors; \"ivrea check\" lists them");
        }
        return new CallRun(this, compiled, call, trace, limits, probe, gate).run(inputs);
    }

    /// Runs the call on a virtual thread of its own.
    public CompletableFuture<CallOutcome> start(String flow, Map<String, Object> inputs, Call call, TraceSink trace) {
        var outcome = new CompletableFuture<CallOutcome>();
        Thread.ofVirtual().name("call-" + call.info().id()).start(() -> {
            try {
                outcome.complete(run(flow, inputs, call, trace));
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        return outcome;
    }

    private static CallOutcome notStarted(String reason) {
        return new CallOutcome(CallOutcome.Kind.NOT_STARTED, null, reason);
    }
}
