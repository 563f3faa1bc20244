package org.ivrea.server.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.freeswitch.flows.LoadedProject;

/// Runs call scripts of a new version before callers do, so that the first one does not wait for what is loaded and
/// compiled on first use. Simulated calls reach nothing outside; whether the scripts pass is not asked here.
final class Rehearsal {
    private static final int MOST_SCRIPTS = 20;
    private static final long BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private Rehearsal() {}

    static void of(LoadedProject project) {
        FlowRunner runner = project.runner();
        if (runner == null) {
            return;
        }
        long end = System.nanoTime() + BUDGET_NANOS;
        var scripts = new CallScriptRunner(new ProjectCalls(runner),
                new RecordedLengths(runner.project().project().prompts()));
        for (Path file : files(project.folder().resolve(ProjectFolder.TESTS))) {
            if (System.nanoTime() - end > 0) {
                return;
            }
            try {
                ParsedScript script = CallScriptParser.parse(file.getFileName().toString(), Files.readString(file));
                if (script.isComplete()) {
                    scripts.run(script.script());
                }
            } catch (IOException | RuntimeException _) {
                // It was only to warm up.
                continue;
            }
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(CallScript.SUFFIX)).sorted().limit(MOST_SCRIPTS)
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
