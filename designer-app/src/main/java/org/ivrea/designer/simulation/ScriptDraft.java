package org.ivrea.designer.simulation;

import java.util.List;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.CallScriptWriter;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson.Timed;

/// A call as a script that makes it again.
///
/// @param result  what came of running it at once
/// @param faithful true when the script goes the same way as the call and meets its own expectations
public record ScriptDraft(CallScript script, ScriptResult result, boolean faithful) {

    /// Writes the script and tries it: first one without times, as people write it, and where that goes another way,
    /// one that does everything at its moment.
    ///
    /// @param project of the call
    /// @param file    relative to the project, such as `tests/balance.call`
    public static ScriptDraft of(CallHistory call, CompiledProject project, AudioLengths lengths, String file) {
        ScriptDraft plain = tried(call, project, lengths, ScriptFromCall.write(call, project, file, false));
        if (plain.faithful) {
            return plain;
        }
        ScriptDraft exact = tried(call, project, lengths, ScriptFromCall.write(call, project, file, true));
        return exact.faithful ? exact : plain;
    }

    private static ScriptDraft tried(CallHistory call, CompiledProject project, AudioLengths lengths,
            CallScript script) {
        var runner = new CallScriptRunner(new ProjectCalls(new FlowRunner(project, Limits.DEFAULT)), lengths);
        ScriptResult result = runner.run(script);
        List<String> wanted = way(call.events());
        List<String> gone = way(result.trace());
        boolean same = gone.size() >= wanted.size() && gone.subList(0, wanted.size()).equals(wanted)
                && (call.outcome() == null || gone.size() == wanted.size());
        return new ScriptDraft(script, result, same && result.passed());
    }

    private static List<String> way(List<Timed> events) {
        return events.stream().map(Timed::event)
                .filter(event -> event instanceof TraceEvent.NodeEntered || event instanceof TraceEvent.ExitTaken)
                .map(event -> event instanceof TraceEvent.ExitTaken taken
                        ? taken.flow() + "/" + taken.node() + "." + taken.exit()
                        : event.toString())
                .toList();
    }

    /// As it stands in the file.
    public String text() {
        return CallScriptWriter.write(script);
    }
}
