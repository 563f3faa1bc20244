package org.ivrea.engine.run;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.FlowRef;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.engine.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/// One flow while a call is in it: where the call is, and which handlers have run.
final class Frame implements NodeRun, RunningFlow {
    private static final String HANGUP_HANDLER = "hangup";
    private static final String ERROR_HANDLER = "error";

    private final CallRun run;
    private final CompiledFlow flow;
    private final int depth;
    private final @Nullable Frame caller;
    private final FrameValues values;
    private final long[] counters;
    private CompiledNode current;
    private String reason = "";
    private boolean afterCall;
    private boolean errorHandled;

    /// @param caller    of which this is a subflow; `null` for none
    /// @param afterCall true when the call was over before the flow began
    Frame(CallRun run, CompiledFlow flow, int depth, @Nullable Frame caller, boolean afterCall) {
        this.run = run;
        this.flow = flow;
        this.depth = depth;
        this.caller = caller;
        this.afterCall = afterCall;
        this.values = new FrameValues(run, flow);
        this.counters = new long[flow.nodes().size()];
        this.current = flow.node(flow.start());
    }

    FrameValues frameValues() {
        return values;
    }

    /// Runs from a node on until the flow ends.
    ///
    /// @throws CallEnded   when the call is over and this flow's hang-up handler has run
    /// @throws NodeFailure when something failed that this flow does not handle
    /// @throws GuardTrip   when a guard stopped the call and this flow does not handle that
    Next run(int start) {
        int at = start;
        while (true) {
            current = flow.node(at);
            reason = "";
            try {
                Next next = step();
                if (next instanceof Next.Return returned) {
                    return withOutputs(returned);
                }
                if (!(next instanceof Exit exit)) {
                    return next;
                }
                at = leave(exit);
            } catch (CallEnded e) {
                throw hungUp(e);
            } catch (NodeFailure e) {
                at = failed(e.code(), e.getMessage());
            } catch (CallFailure e) {
                at = failed(e.code(), e.getMessage());
            } catch (EvaluationFailure e) {
                at = failed("expression", e.getMessage());
            } catch (GuardTrip e) {
                at = stopped(e);
            }
            if (at == CompiledNode.NOWHERE) {
                return Next.End.END;
            }
        }
    }

    /// Outputs that the return does not name have the values of their variables.
    private Next.Return withOutputs(Next.Return returned) {
        if (flow.document().outputs().isEmpty()) {
            return returned;
        }
        Map<String, Object> outputs = values.outputs();
        outputs.putAll(returned.outputs());
        return new Next.Return(returned.exit(), outputs);
    }

    private Next step() {
        CallEnd end = run.call().end();
        if (end != null && !afterCall) {
            throw new CallEnded(end);
        }
        run.guards().step();
        Node node = current.node();
        run.trace(new TraceEvent.NodeEntered(flow.name(), current.id(), current.document().type(), depth));
        run.gate().entered(this);
        if (node == null || !current.runs()) {
            throw new NodeFailure("node-type-unknown", "The node \"" + current.id() + "\" cannot run");
        }
        if (!current.document().disabled()) {
            return run(node);
        }
        if (current.exits().isEmpty()) {
            return Next.End.END;
        }
        because("the node is disabled");
        return current.exits().getFirst();
    }

    private Next run(Node node) {
        try {
            return node.run(this);
        } catch (CallEnded | NodeFailure | CallFailure | EvaluationFailure | GuardTrip e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // A fault in a node type must end this call's node only.
            throw new NodeFailure("internal", "The node \"" + current.id() + "\" failed inside: " + e);
        }
    }

    /// @return the next node; [CompiledNode#NOWHERE] when the call ends here
    private int leave(Exit exit) {
        int target = current.target(exit.name());
        String to = target == CompiledNode.NOWHERE ? null : flow.node(target).id();
        took(exit.name(), reason, to);
        if (target == CompiledNode.NOWHERE && !afterCall) {
            perform(new Operation.Hangup(CallEnd.NORMAL));
        }
        return target;
    }

    private void took(String exit, String why, @Nullable String to) {
        run.trace(new TraceEvent.ExitTaken(flow.name(), current.id(), exit, why, to));
        run.gate().left(this, exit);
    }

    /// Runs what is to be done after the hang-up, once for this flow.
    ///
    /// @return what is to be thrown to the flow that called this one
    private CallEnded hungUp(CallEnded ended) {
        run.traceEnd();
        boolean first = !afterCall;
        afterCall = true;
        boolean handles = ended.end().side() == CallEnd.Side.CALLER || ended.end().side() == CallEnd.Side.SYSTEM;
        if (!first || !handles) {
            return ended;
        }
        int start = current.hangup();
        if (start != CompiledNode.NOWHERE) {
            took(Exit.HANGUP, "", flow.node(start).id());
        } else if (flow.hangup() != CompiledNode.NOWHERE) {
            start = flow.hangup();
            run.trace(new TraceEvent.HandlerEntered(flow.name(), HANGUP_HANDLER));
        }
        if (start != CompiledNode.NOWHERE) {
            try {
                run(start);
            } catch (CallEnded | NodeFailure | GuardTrip _) {
                // A handler that asks for the caller, or fails, ends there: the trace says so.
            }
        }
        return ended;
    }

    private int failed(String code, String message) {
        run.failed(current.id(), code, message);
        int exit = current.error();
        boolean handler = exit == CompiledNode.NOWHERE && flow.error() != CompiledNode.NOWHERE && !errorHandled
                && !afterCall;
        run.trace(new TraceEvent.ErrorRaised(flow.name(), current.id(), code, message,
                exit != CompiledNode.NOWHERE || handler));
        if (exit != CompiledNode.NOWHERE) {
            took(Exit.ERROR, message, flow.node(exit).id());
            return exit;
        }
        if (!handler) {
            throw new NodeFailure(code, message);
        }
        return enterErrorHandler();
    }

    private int stopped(GuardTrip trip) {
        if (trip.guard().equals(Guards.FINAL) || errorHandled || afterCall || flow.error() == CompiledNode.NOWHERE) {
            throw trip;
        }
        run.failed(current.id(), "guard-" + trip.guard(), trip.getMessage());
        return enterErrorHandler();
    }

    private int enterErrorHandler() {
        errorHandled = true;
        run.trace(new TraceEvent.HandlerEntered(flow.name(), ERROR_HANDLER));
        return flow.error();
    }

    @Override
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    @Override
    public CompiledFlow flow() {
        return flow;
    }

    @Override
    public String nodeId() {
        return current.id();
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public @Nullable RunningFlow caller() {
        return caller;
    }

    @Override
    public Map<String, Object> values() {
        return values.all();
    }

    @Override
    public void set(String variable, Object value) {
        values.set(variable, value);
    }

    @Override
    public String shown(String variable) {
        return values.shown(variable);
    }

    @Override
    public CallInfo call() {
        return run.call().info();
    }

    @Override
    public <R> R perform(Operation<R> operation) {
        long startedAt = run.call().elapsedMs();
        R result = run.call().perform(afterCall ? inTime(operation) : operation);
        run.guards().performed(operation, startedAt);
        return result;
    }

    /// After the call, a request may take no longer than the handlers have left.
    @SuppressWarnings("unchecked")
    private <R> Operation<R> inTime(Operation<R> operation) {
        int left = run.guards().leftAfterCall();
        return operation instanceof Operation.HttpExchange http && http.timeoutMs() > left
                ? (Operation<R>) http.withTimeout(left)
                : operation;
    }

    @Override
    public Variables variables() {
        return values;
    }

    @Override
    public void set(VariableTarget target, Object value) {
        if (!target.isNone()) {
            values.set(target.name(), value);
        }
    }

    @Override
    public List<Audio> audio(Prompt prompt) {
        return run.prompts().render(prompt, run.language(), run.voice(), this);
    }

    @Override
    public String language() {
        return run.language();
    }

    @Override
    public void language(String language) {
        run.language(language);
    }

    @Override
    public void voice(@Nullable String voice) {
        run.voice(voice);
    }

    @Override
    public Next.Return callFlow(FlowRef target, Map<String, Object> inputs, Map<String, VariableTarget> outputs) {
        Next next = run.play(run.flow(target), inputs, depth + 1, afterCall, set -> receive(outputs, set));
        if (next instanceof Next.Return returned) {
            for (Map.Entry<String, VariableTarget> output : outputs.entrySet()) {
                Object value = returned.outputs().get(output.getKey());
                if (value == null) {
                    throw new NodeFailure("no-output", "The flow \"" + target.name() + "\" returned no \""
                            + output.getKey() + "\"; set it there before it returns, or remove the output here");
                }
                set(output.getValue(), value);
            }
            return returned;
        }
        CallEnd end = run.call().end();
        if (end == null) {
            throw new NodeFailure("no-return", "The flow \"" + target.name()
                    + "\" ended without returning; let each of its ways end at a return or hang-up");
        }
        throw new CallEnded(end);
    }

    /// Takes over what a subflow had set when the call ended there, or it failed: this flow's handlers may need it.
    private void receive(Map<String, VariableTarget> outputs, Map<String, Object> set) {
        outputs.forEach((output, target) -> {
            Object value = set.get(output);
            if (value != null) {
                try {
                    set(target, value);
                } catch (NodeFailure _) {
                    // What ended the subflow is what there is to tell.
                }
            }
        });
    }

    @Override
    public long counter() {
        return counters[current.index()];
    }

    @Override
    public void counter(long value) {
        counters[current.index()] = value;
    }

    @Override
    public ZonedDateTime now() {
        return run.call().now().withZoneSameInstant(run.prompts().zone());
    }

    @Override
    public void because(String newReason) {
        reason = newReason;
    }

    @Override
    public void trace(TraceEvent event) {
        run.trace(event);
    }

    @Override
    public int maxResponseBytes() {
        return run.guards().limits().maxResponseBytes();
    }
}
