package org.ivrea.freeswitch.conformance;

import java.util.List;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.ScriptFailure;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.trace.TraceJson;
import org.jspecify.annotations.Nullable;

/// A switch on which scripts are run.
@SuppressWarnings("try") // closing may wait for a process
interface ConformanceHost extends AutoCloseable {

    /// What came of a script.
    ///
    /// @param failure of the script; `null` when it passed, or when the host does not judge
    record Outcome(List<TraceJson.Timed> trace, @Nullable ScriptFailure failure) {
        public Outcome {
            trace = List.copyOf(trace);
        }
    }

    /// Why this script cannot be run here, such as a module that is not there.
    ///
    /// @return `null` when it can
    default @Nullable String objection(Sample sample, CallScript script, ScriptResult simulated) {
        return null;
    }

    /// Whether it gives the script's failure.
    boolean judges();

    /// Whether its times are the simulation's, too.
    boolean keepsTime();

    /// Places the call, does what the script's caller does, and gives the trace that the runtime wrote.
    ///
    /// @param simulated what came of the script in simulation: for hosts that cannot listen it says when the caller
    ///                  does what
    Outcome call(Sample sample, CallScript script, ScriptResult simulated) throws Exception;

    @Override
    default void close() throws Exception {}
}
