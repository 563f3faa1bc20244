package org.ivrea.server.run;

import java.util.List;
import org.ivrea.engine.trace.TraceJson;
import org.jspecify.annotations.Nullable;

/// What came of a simulated call.
///
/// @param failure where it went otherwise than its script says; `null` for nowhere
public record SimulatedRun(String id, String project, String version, String sha256, String flow, String outcome,
        @Nullable String failure, long durationMs, List<TraceJson.Timed> trace) {
    public SimulatedRun {
        trace = List.copyOf(trace);
    }
}
