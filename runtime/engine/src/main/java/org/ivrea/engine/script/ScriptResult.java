package org.ivrea.engine.script;

import java.util.List;
import org.ivrea.engine.trace.TraceJson;
import org.jspecify.annotations.Nullable;

/// What came of a script.
///
/// @param failure    the first difference; `null` when there is none
/// @param transcript the conversation for people, up to the difference
/// @param trace      all of the call
/// @param durationMs how long the call took, in its own time
public record ScriptResult(CallScript script, @Nullable ScriptFailure failure, String transcript,
        List<TraceJson.Timed> trace, Coverage coverage, long durationMs) {
    public ScriptResult {
        trace = List.copyOf(trace);
    }

    public boolean passed() {
        return failure == null;
    }
}
