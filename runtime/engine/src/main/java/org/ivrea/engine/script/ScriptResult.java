package org.ivrea.engine.script;

import java.util.List;
import org.ivrea.engine.trace.TraceJson;
import org.jspecify.annotations.Nullable;

/// What came of a script.
///
/// @param failure    the first difference; `null` when there is none
/// @param differsAt  how many events of the trace come before the difference
/// @param trace      all of the call
/// @param durationMs how long the call took, in its own time
public record ScriptResult(CallScript script, @Nullable ScriptFailure failure, int differsAt,
        List<TraceJson.Timed> trace, Coverage coverage, long durationMs) {
    public ScriptResult {
        trace = List.copyOf(trace);
    }

    /// The conversation for people, up to the difference.
    public String transcript() {
        return failure == null
                ? Transcript.of(trace)
                : Transcript.of(trace.subList(0, differsAt), script, failure);
    }

    public boolean passed() {
        return failure == null;
    }
}
