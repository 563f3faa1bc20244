package org.ivrea.server.cli.call;

import java.util.Map;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.simulation.Answerer;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.HttpPort;
import org.ivrea.engine.simulation.PacedClock;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.simulation.SilentCaller;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.engine.simulation.Simulation;
import org.ivrea.engine.simulation.SimulationClock;
import org.ivrea.engine.simulation.VirtualClock;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// A call that is about to be made.
///
/// @param flow     that answers
/// @param settings what is around the call, and, for [#play], what the caller does
/// @param http     for requests without a stub; `null` when they are not made
public record PreparedCall(CompiledProject project, String flow, CallScript settings, TraceSink sink,
        @Nullable HttpPort http) {

    /// The flow's name and the project's, for people.
    public String title() {
        return flow + " of " + project.project().settings().name();
    }

    /// Has the caller do what the script says.
    ///
    /// @param speed 1 for real time; `null` to take no time at all
    public ScriptResult play(@Nullable Double speed) {
        var runner = new CallScriptRunner(new ProjectCalls(new FlowRunner(project, Limits.DEFAULT)), lengths());
        return runner.run(settings, clock(speed), sink);
    }

    /// Has the caller press keys; see [KeysCaller].
    ///
    /// @param speed 1 for real time; `null` to take no time at all
    public CallOutcome press(String keys, @Nullable Double speed) {
        return run(simulated(clock(speed), new KeysCaller(keys), Answerer.NONE));
    }

    /// A call whose caller is somebody who presses its keys.
    SimulatedCall simulated(PacedClock clock, Answerer answerer) {
        return simulated(clock, SilentCaller.INSTANCE, answerer);
    }

    CallOutcome run(SimulatedCall call) {
        return new FlowRunner(project, Limits.DEFAULT).run(flow, Map.of(), call, call.observing(sink));
    }

    private SimulatedCall simulated(SimulationClock clock, Caller caller, Answerer answerer) {
        return new SimulatedCall(new Simulation(settings.world(), clock, caller, lengths(), answerer, http));
    }

    private RecordedLengths lengths() {
        return new RecordedLengths(project.project().prompts());
    }

    private static SimulationClock clock(@Nullable Double speed) {
        return speed == null ? VirtualClock.INSTANCE : new PacedClock(speed);
    }
}
