package org.ivrea.designer.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.Coverage;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Runs all call scripts of a project, one after the other, on a thread of its own that leaves the machine to others.
public final class ScriptRun {

    /// What came of one script.
    ///
    /// @param file     relative to the project
    /// @param problems of the script's text; such a script was not run
    /// @param result   `null` when it was not run
    public record Outcome(String file, List<Problem> problems, @Nullable ScriptResult result) {
        public Outcome {
            problems = List.copyOf(problems);
        }

        public boolean passed() {
            return result != null && result.passed();
        }
    }

    /// How far it is.
    ///
    /// @param outcomes so far
    /// @param total    how many scripts there are
    /// @param coverage what the scripts took so far
    /// @param report   of all exits of the project
    /// @param problem  why not all scripts could be run, for people; empty for no reason
    public record Progress(List<Outcome> outcomes, int total, Coverage coverage, Coverage.Report report,
            boolean finished, String problem) {
        public Progress {
            outcomes = List.copyOf(outcomes);
        }

        public long passed() {
            return outcomes.stream().filter(Outcome::passed).count();
        }
    }

    private final CompiledProject project;
    private final Path folder;
    private final AudioLengths lengths;
    private final Executor ui;
    private final Consumer<Progress> listener;
    private final AtomicBoolean told = new AtomicBoolean();
    private final Map<String, Coverage.FlowWays> ways;
    private volatile boolean cancelled;
    private volatile Progress progress;
    private Coverage coverage = Coverage.NONE;

    private ScriptRun(CompiledProject project, Path folder, AudioLengths lengths, Executor ui,
            Consumer<Progress> listener) {
        this.project = project;
        this.folder = folder;
        this.lengths = lengths;
        this.ui = ui;
        this.listener = listener;
        this.ways = ProjectCalls.ways(project);
        this.progress = new Progress(List.of(), 0, Coverage.NONE, Coverage.NONE.report(ways), false, "");
    }

    /// @param project  as it is edited
    /// @param folder   where its scripts are
    /// @param ui       runs the listener; may run it later, and then only for the newest progress
    /// @param listener told of progress, last when it has finished or was cancelled
    public static ScriptRun start(CompiledProject project, Path folder, AudioLengths lengths, Executor ui,
            Consumer<Progress> listener) {
        var run = new ScriptRun(project, folder, lengths, ui, listener);
        Thread.ofPlatform().name("ivrea-scripts").daemon().priority(Thread.MIN_PRIORITY).start(run::run);
        return run;
    }

    /// Stops after the script that is running; what came of the others is kept.
    public void cancel() {
        cancelled = true;
    }

    private void run() {
        List<Outcome> outcomes = new ArrayList<>();
        String problem = "";
        int total = 0;
        try {
            List<String> files = ScriptFiles.list(folder);
            total = files.size();
            var runner = new CallScriptRunner(new ProjectCalls(new FlowRunner(project, Limits.DEFAULT)), lengths);
            for (String file : files) {
                if (cancelled) {
                    problem = "Cancelled after " + outcomes.size() + " of " + total;
                    break;
                }
                outcomes.add(outcome(runner, file));
                tell(outcomes, total, false, "");
            }
        } catch (IOException e) {
            problem = "The scripts cannot be listed: " + e.getMessage();
        }
        tell(outcomes, total, true, problem);
    }

    private Outcome outcome(CallScriptRunner runner, String file) {
        ParsedScript parsed = ScriptFiles.read(folder, file);
        if (!parsed.isComplete()) {
            return new Outcome(file, parsed.problems(), null);
        }
        try {
            ScriptResult result = runner.run(parsed.script());
            coverage = coverage.plus(result.coverage());
            return new Outcome(file, List.of(), result);
        } catch (RuntimeException e) {
            return new Outcome(file, List.of(Problem.error("script-failed", org.ivrea.flow.json.JsonPointer.ROOT,
                    "The script could not be run: " + e.getMessage()).withFile(file)), null);
        }
    }

    /// What is told costs time itself: while the listener has not looked, nothing new is put together.
    private void tell(List<Outcome> outcomes, int total, boolean finished, String problem) {
        if (!finished && told.get()) {
            return;
        }
        progress = new Progress(outcomes, total, coverage, coverage.report(ways), finished, problem);
        if (told.compareAndSet(false, true) || finished) {
            ui.execute(() -> {
                told.set(false);
                listener.accept(progress);
            });
        }
    }
}
