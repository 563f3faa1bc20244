package org.ivrea.server.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.ScriptFailure;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.jspecify.annotations.Nullable;

/// A script's call, ended early by the caller at each point: what a flow does after that must not fail.
final class HangUps {
    private HangUps() {}

    static List<ScriptOutcome> of(CallScript script, CallScriptRunner runner) {
        List<ScriptOutcome> outcomes = new ArrayList<>();
        for (CallScript leaving : script.hangingUpEverywhere()) {
            int line = leaving.lines().getLast().number();
            long start = System.nanoTime();
            ScriptResult result = runner.run(leaving);
            ScriptFailure failure = failure(line, result.trace());
            String transcript = failure == null
                    ? result.transcript()
                    : result.transcript() + "          " + script.file() + ":" + line + ": " + failure.message() + "\n";
            outcomes.add(new ScriptOutcome(script.file() + " (hangs up in line " + line + ")", failure, transcript,
                    result.durationMs(), System.nanoTime() - start));
        }
        return outcomes;
    }

    private static @Nullable ScriptFailure failure(int line, List<TraceJson.Timed> trace) {
        return trace.stream().dropWhile(timed -> !(timed.event() instanceof TraceEvent.HungUp))
                .map(timed -> failure(line, timed)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable ScriptFailure failure(int line, TraceJson.Timed timed) {
        return switch (timed.event()) {
            case TraceEvent.ErrorRaised error when !error.handled() -> new ScriptFailure(line, timed.atMs(),
                    "after the hang-up, the node \"" + error.node() + "\" fails: " + error.message());
            case TraceEvent.GuardTripped guard -> new ScriptFailure(line, timed.atMs(),
                    "after the hang-up, the call is stopped: " + guard.message());
            default -> null;
        };
    }
}
