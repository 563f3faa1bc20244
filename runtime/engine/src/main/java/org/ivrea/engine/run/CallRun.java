package org.ivrea.engine.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.node.FlowRef;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.nodes.Entry;
import org.ivrea.engine.prompt.PromptRenderer;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.flow.project.ProjectDocument;
import org.jspecify.annotations.Nullable;

/// One call on its way through its flows. Used by the call's thread alone.
final class CallRun {
    private static final String FAILED_CAUSE = "NORMAL_TEMPORARY_FAILURE";

    private final FlowRunner runner;
    private final CompiledFlow first;
    private final Call call;
    private final TraceSink trace;
    private final Guards guards;
    private final CallGate gate;
    private final Instant started;
    private final PromptRenderer prompts;
    private final Variables view = this::visible;
    private String language;
    private @Nullable String voice;
    private @Nullable Frame frame;
    private boolean endTraced;
    private String errorCode = "";
    private String errorMessage = "";
    private String errorNode = "";

    CallRun(FlowRunner runner, CompiledFlow first, Call call, TraceSink trace, Limits limits,
            Consumer<Variables> probe, CallGate gate) {
        this.runner = runner;
        this.first = first;
        this.call = call;
        this.trace = trace;
        this.guards = new Guards(call, trace, limits);
        this.gate = gate;
        this.started = call.now().toInstant();
        this.prompts = new PromptRenderer(zone(runner.project().project().settings(), call));
        this.language = Languages.first(runner.project().project().settings(), call.info());
        probe.accept(view);
    }

    /// A zone that is none was reported when the project was opened.
    private static ZoneId zone(ProjectDocument settings, Call call) {
        try {
            return settings.timeZone() == null ? call.now().getZone() : ZoneId.of(settings.timeZone());
        } catch (DateTimeException _) {
            return call.now().getZone();
        }
    }

    CallOutcome run(Map<String, Object> inputs) {
        call.traceTo(trace);
        trace(new TraceEvent.CallStarted(call.info().id(), call.info().caller(), call.info().called(), first.name()));
        CallOutcome outcome = outcome(inputs);
        traceEnd();
        trace(new TraceEvent.CallClosed(outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return outcome;
    }

    private CallOutcome outcome(Map<String, Object> inputs) {
        String failure = null;
        try {
            if (first.node(first.start()).node() instanceof Entry entry) {
                guards.tighten(guards.limits().atMost(entry.maxCallMs(), entry.maxSteps(),
                        entry.maxStepsWithoutCaller()));
            } else {
                call.perform(new Operation.Answer());
            }
            play(first, inputs, 0, false, _ -> {});
        } catch (CallEnded _) {
            guards.callEnded();
        } catch (NodeFailure e) {
            failure = e.getMessage();
        } catch (CallFailure e) {
            failure = e.getMessage();
        } catch (GuardTrip e) {
            failure = e.getMessage();
        }
        if (call.end() == null) {
            hangUp(failure == null ? CallEnd.NORMAL : FAILED_CAUSE);
        }
        CallEnd end = call.end();
        if (failure != null) {
            return new CallOutcome(CallOutcome.Kind.FAILED, end, failure);
        }
        return new CallOutcome(kind(end), end, null);
    }

    private static CallOutcome.Kind kind(@Nullable CallEnd end) {
        if (end == null) {
            return CallOutcome.Kind.COMPLETED;
        }
        return switch (end.side()) {
            case FLOW -> CallOutcome.Kind.COMPLETED;
            case CALLER, SYSTEM -> CallOutcome.Kind.HUNG_UP;
            case TRANSFERRED -> CallOutcome.Kind.TRANSFERRED;
        };
    }

    private void hangUp(String cause) {
        try {
            call.perform(new Operation.Hangup(cause));
        } catch (CallEnded | CallFailure _) {
            // Over already, which is what was wanted.
        }
    }

    /// Runs a flow to its end, and those that it goes on to.
    ///
    /// @param unfinished receives the outputs that were set, when it does not come to its end
    /// @return [Next.Return] or [Next.End]
    Next play(CompiledFlow flow, Map<String, Object> inputs, int depth, boolean afterCall,
            Consumer<Map<String, Object>> unfinished) {
        guards.depth(depth);
        Frame caller = frame;
        try {
            CompiledFlow current = flow;
            Map<String, Object> given = inputs;
            while (true) {
                var running = new Frame(this, current, depth, caller, afterCall);
                frame = running;
                Next next = run(running, given, unfinished);
                if (!(next instanceof Next.GoTo(FlowRef target, Map<String, Object> handedOver))) {
                    return next;
                }
                current = flow(target);
                given = handedOver;
            }
        } finally {
            if (caller != null) {
                frame = caller;
            }
        }
    }

    private static Next run(Frame running, Map<String, Object> inputs, Consumer<Map<String, Object>> unfinished) {
        running.frameValues().take(inputs);
        try {
            return running.run(running.flow().start());
        } catch (CallEnded | NodeFailure | GuardTrip e) {
            unfinished.accept(running.frameValues().assignedOutputs());
            throw e;
        }
    }

    /// @throws NodeFailure when it cannot run
    CompiledFlow flow(FlowRef target) {
        CompiledFlow found = runner.project().flow(target.name());
        if (found == null) {
            throw new NodeFailure("no-flow", "There is no flow \"" + target.name() + "\" in the project");
        }
        if (!found.runnable()) {
            throw new NodeFailure("flow-errors", "The flow \"" + target.name() + "\" has errors and cannot run");
        }
        return found;
    }

    /// Notes that the call is over, once.
    void traceEnd() {
        CallEnd end = call.end();
        if (end != null && !endTraced) {
            endTraced = true;
            guards.callEnded();
            trace(new TraceEvent.HungUp(end.cause(), end.side().name().toLowerCase(Locale.ROOT)));
        }
    }

    void trace(TraceEvent event) {
        trace.accept(call.elapsedMs(), event);
    }

    void failed(String node, String code, String message) {
        errorCode = code;
        errorMessage = message;
        errorNode = node;
    }

    Call call() {
        return call;
    }

    Guards guards() {
        return guards;
    }

    CallGate gate() {
        return gate;
    }

    PromptRenderer prompts() {
        return prompts;
    }

    String language() {
        return language;
    }

    void language(String newLanguage) {
        language = newLanguage;
        trace(new TraceEvent.LanguageSet(newLanguage));
    }

    @Nullable
    String voice() {
        return voice;
    }

    void voice(@Nullable String newVoice) {
        voice = newVoice;
    }

    private @Nullable Object visible(String name) {
        Frame running = frame;
        return running == null ? engineValue(name) : running.get(name);
    }

    /// What expressions may read besides the flow's variables.
    @Nullable
    Object engineValue(String name) {
        return switch (name) {
            case "call.id" -> call.info().id();
            case "call.caller" -> call.info().caller();
            case "call.called" -> call.info().called();
            case "call.language" -> language;
            case "call.now" -> call.now().toInstant();
            case "call.started" -> Objects.requireNonNull(started);
            case "call.elapsedMs" -> call.elapsedMs();
            case "channel" -> call.info().variables();
            case "error.code" -> errorCode;
            case "error.message" -> errorMessage;
            case "error.node" -> errorNode;
            default -> null;
        };
    }
}
