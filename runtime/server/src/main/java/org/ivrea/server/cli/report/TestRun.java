package org.ivrea.server.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.Coverage;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.flow.json.Position;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The call scripts of a project, run.
///
/// @param project  its name, as people wrote it
/// @param outcomes in the order of the scripts
/// @param ways     the ways that the flows have, by flow
/// @param coverage what the calls took of them
public record TestRun(String project, List<ScriptOutcome> outcomes, Map<String, Coverage.FlowWays> ways,
        Coverage coverage) {
    public TestRun {
        outcomes = List.copyOf(outcomes);
        ways = new TreeMap<>(ways);
    }

    /// Runs the scripts, one after the other.
    ///
    /// @param hangUps  true to run each one also with a caller who hangs up early; that counts for no coverage
    /// @param progress told how many are done, after each one
    public static TestRun of(CompiledProject project, List<ParsedScript> scripts, boolean hangUps,
            IntConsumer progress) {
        var runner = new CallScriptRunner(new ProjectCalls(new FlowRunner(project, Limits.DEFAULT)),
                new RecordedLengths(project.project().prompts()));
        List<ScriptOutcome> outcomes = new ArrayList<>();
        Coverage coverage = Coverage.NONE;
        int done = 0;
        for (ParsedScript parsed : scripts) {
            ScriptOutcome objection = objection(parsed, project);
            if (objection == null) {
                long start = System.nanoTime();
                ScriptResult result = runner.run(parsed.script());
                coverage = coverage.plus(result.coverage());
                outcomes.add(new ScriptOutcome(parsed.script().file(), result.failure(), result.transcript(),
                        result.durationMs(), System.nanoTime() - start));
                if (hangUps) {
                    outcomes.addAll(HangUps.of(parsed.script(), runner));
                }
            } else {
                outcomes.add(objection);
            }
            progress.accept(++done);
        }
        return new TestRun(project.project().settings().name(), outcomes, ProjectCalls.ways(project), coverage);
    }

    /// Why a script cannot be run.
    private static @Nullable ScriptOutcome objection(ParsedScript parsed, CompiledProject project) {
        CallScript script = parsed.script();
        if (!parsed.isComplete()) {
            Problem first = parsed.problems().getFirst();
            Position position = first.position();
            return ScriptOutcome.notRun(script.file(), position == null ? 0 : position.line(), first.message());
        }
        String name = script.flow() == null ? project.project().settings().main() : script.flow();
        CompiledFlow flow = name == null ? null : project.flow(name);
        return flow != null && !flow.runnable()
                ? ScriptOutcome.notRun(script.file(), 0, "the flow \"" + name + "\" has errors and cannot run")
                : null;
    }

    public long passed() {
        return outcomes.stream().filter(ScriptOutcome::passed).count();
    }

    public long failed() {
        return outcomes.size() - passed();
    }

    /// Coverage of the whole project.
    public Coverage.Report total() {
        return coverage.report(ways);
    }

    /// Coverage of one flow.
    public Coverage.Report of(String flow) {
        Coverage.FlowWays declared = ways.get(flow);
        return coverage.report(declared == null ? Map.of() : Map.of(flow, declared));
    }
}
