package org.ivrea.server.cli.report;

import org.ivrea.engine.script.ScriptFailure;
import org.jspecify.annotations.Nullable;

/// What came of one call script.
///
/// @param file       relative to the project
/// @param failure    `null` when it passed
/// @param transcript of the call, up to the failure; empty when there was no call
/// @param callMs     how long the call took, in its own time
/// @param tookNanos  how long it took to run
public record ScriptOutcome(String file, @Nullable ScriptFailure failure, String transcript, long callMs,
        long tookNanos) {

    /// A script that was not run.
    ///
    /// @param line of the script; 0 for the script as a whole
    static ScriptOutcome notRun(String file, int line, String reason) {
        return new ScriptOutcome(file, new ScriptFailure(line, 0, reason), "", 0, 0);
    }

    public boolean passed() {
        return failure == null;
    }
}
