package org.ivrea.engine.script;

import java.util.List;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.simulation.SimulationClock;
import org.ivrea.engine.simulation.VirtualClock;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// Runs call scripts. Threads may share one.
public final class CallScriptRunner {
    private final RunsCalls engine;
    private final AudioLengths lengths;

    public CallScriptRunner(RunsCalls engine, AudioLengths lengths) {
        this.engine = engine;
        this.lengths = lengths;
    }

    /// Calls, does what the script says, and compares; in virtual time.
    ///
    /// @param script without problems
    public ScriptResult run(CallScript script) {
        return run(script, VirtualClock.INSTANCE, TraceSink.NONE);
    }

    /// The same, to be watched.
    ///
    /// @param watcher is given each event when it happens, on the calling thread
    public ScriptResult run(CallScript script, SimulationClock clock, TraceSink watcher) {
        return run(script, CallPlace.simulated(lengths, clock), watcher);
    }

    /// The same, with the call taking place there.
    public ScriptResult run(CallScript script, CallPlace place, TraceSink watcher) {
        String flow = script.flow() == null ? engine.mainFlow() : script.flow();
        if (flow == null || !engine.hasFlow(flow)) {
            return withoutFlow(script, flow);
        }
        return new Run(script, flow, place, watcher).result();
    }

    private static ScriptResult withoutFlow(CallScript script, @Nullable String flow) {
        var failure = new ScriptFailure(0, 0, flow == null
                ? "the project has no main flow; choose one, or write \"flow NAME\" into the script"
                : "there is no flow \"" + flow + "\" in the project; correct the script's \"flow\" line");
        return new ScriptResult(script, failure, 0, List.of(), Coverage.NONE, 0);
    }

    private final class Run {
        private final CallScript script;
        private final String flow;
        private final TraceSink watcher;
        private final CallRecord record;
        private final ScriptedCaller caller;
        private final ScriptedCall call;
        private final Judge judge;
        private int differsAt = -1;

        Run(CallScript script, String flow, CallPlace place, TraceSink watcher) {
            this.script = script;
            this.flow = flow;
            this.watcher = watcher;
            record = new CallRecord(flow);
            caller = new ScriptedCaller(script.steps(), this::objection, () -> differsAt = record.trace().size());
            call = place.place(script.world(), caller);
            judge = new Judge(engine, record, call, caller.heard());
        }

        private @Nullable String objection(Expectation expectation) {
            return judge.objection(expectation);
        }

        private void trace(long atMs, TraceEvent event) {
            record.accept(atMs, event);
            watcher.accept(atMs, event);
        }

        ScriptResult result() {
            call.run(engine, flow, this::trace, record::probe);
            caller.callIsOver();
            ScriptFailure failure = caller.failure();
            List<TraceJson.Timed> trace = record.trace();
            return new ScriptResult(script, failure, differsAt, trace, Coverage.of(trace), call.elapsedMs());
        }
    }
}
