package org.ivrea.server.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.RunsCalls;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.simulation.PacedClock;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.simulation.VirtualClock;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.freeswitch.extension.CallObserver;
import org.ivrea.freeswitch.extension.ObservedCall;
import org.ivrea.freeswitch.flows.Answering;
import org.jspecify.annotations.Nullable;

/// Calls whose caller is a call script, through the flows that run now: to try a server out without a switch.
final class SimulatedCalls {
    private final IvreaServer server;

    SimulatedCalls(IvreaServer server) {
        this.server = server;
    }

    /// @param flow  as the dialplan would name it
    /// @param speed 1 for real time; `null` to take no time at all
    /// @throws IllegalArgumentException with a message for people when there is no such flow, or the script is none
    SimulatedRun run(FlowVersion version, String flow, String script, @Nullable Double speed) {
        Answering.Flow answering = switch (version.flows().find(flow)) {
            case Answering.Nobody(String reason) -> throw new IllegalArgumentException("No flow answers: " + reason);
            case Answering.Flow found -> found;
        };
        ParsedScript parsed = CallScriptParser.parse("script" + CallScript.SUFFIX, script);
        if (!parsed.isComplete()) {
            throw new IllegalArgumentException("The script is none: " + parsed.problems().getFirst());
        }
        var answered = new Answered(answering);
        ScriptResult result = new CallScriptRunner(answered,
                new RecordedLengths(answering.runner().project().project().prompts())).run(parsed.script(),
                        speed == null ? VirtualClock.INSTANCE : new PacedClock(speed), TraceSink.NONE);
        CallOutcome outcome = answered.outcome;
        return new SimulatedRun(answered.id, answering.project(), answering.version().version(),
                answering.version().sha256(), answering.flow(),
                outcome == null ? "not-started" : outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                result.failure() == null ? null : result.failure().message(), result.durationMs(), result.trace());
    }

    /// Has one flow answer, and tells the server of it as of a real call.
    private final class Answered implements RunsCalls {
        private final Answering.Flow flow;
        private final ProjectCalls project;
        private final String id = UUID.randomUUID().toString();
        private @Nullable CallOutcome outcome;

        private Answered(Answering.Flow flow) {
            this.flow = flow;
            project = new ProjectCalls(flow.runner());
        }

        @Override
        public String mainFlow() {
            return flow.flow();
        }

        @Override
        public boolean hasFlow(String name) {
            return project.hasFlow(name);
        }

        @Override
        public Scope scope(String name) {
            return project.scope(name);
        }

        @Override
        public void run(String name, Call call, TraceSink sink, Consumer<Variables> probe) {
            CallInfo info = new CallInfo(id, call.info().caller(), call.info().called(), call.info().variables());
            CallObserver observer = server.begins(new ObservedCall(info, flow.project(), flow.version(), name));
            List<Long> last = new ArrayList<>(List.of(0L));
            CallOutcome came = flow.runner().run(name, Map.of(), call, (atMs, event) -> {
                sink.accept(atMs, event);
                last.set(0, atMs);
                observer.accept(atMs, event instanceof TraceEvent.CallStarted started
                        ? new TraceEvent.CallStarted(id, started.caller(), started.called(), started.flow())
                        : event);
            }, probe);
            outcome = came;
            observer.ends(came, last.getFirst());
        }
    }
}
