package org.ivrea.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;

/// A sample project, loaded and compiled.
record Sample(Path folder, CompiledProject project, List<Problem> loading, List<CallScript> scripts) {
    static final NodeRegistry REGISTRY = NodeRegistry.load();
    static final FlowCodec CODEC = new FlowCodec(REGISTRY, JsonLimits.DEFAULT);

    /// Every folder of this module with a `project.json`.
    static List<Sample> all() {
        try (Stream<Path> folders = Files.list(Path.of("").toAbsolutePath())) {
            return folders.filter(folder -> Files.exists(folder.resolve(ProjectFolder.SETTINGS))).sorted()
                    .map(Sample::load).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample load(Path folder) {
        Loaded<Project> loaded = ProjectFolder.load(folder, CODEC);
        Project project = Objects.requireNonNull(loaded.value(), () -> loaded.problems().toString());
        return new Sample(folder, CompiledProject.compile(project, REGISTRY), loaded.problems(), scripts(folder));
    }

    private static List<CallScript> scripts(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve(ProjectFolder.TESTS))) {
            return files.filter(file -> file.toString().endsWith(CallScript.SUFFIX)).sorted().map(Sample::script)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CallScript script(Path file) {
        try {
            ParsedScript parsed = CallScriptParser.parse(file.getFileName().toString(), Files.readString(file));
            if (!parsed.isComplete()) {
                throw new IllegalStateException(file + ": " + parsed.problems());
            }
            return parsed.script();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    ScriptResult run(CallScript script) {
        return new CallScriptRunner(new ProjectCalls(new FlowRunner(project, Limits.DEFAULT)),
                new RecordedLengths(project.project().prompts())).run(script);
    }

    @Override
    public String toString() {
        return name();
    }
}
