package org.ivrea.freeswitch.conformance;

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
import org.ivrea.engine.script.CallPlace;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.project.ProjectFolder;

/// A project with call scripts.
///
/// @param wrong scripts that expect what does not happen
record Sample(Path folder, CompiledProject project, List<CallScript> scripts, List<CallScript> wrong) {
    /// The projects that people begin with, and one that has a flow for each kind of operation.
    private static final List<Path> FOLDERS = List.of(Path.of("..", "..", "flows-samples"),
            Path.of("src", "test", "projects"));
    private static final String WRONG = "wrong";

    private static final NodeRegistry REGISTRY = NodeRegistry.load();
    private static final FlowCodec CODEC = new FlowCodec(REGISTRY, JsonLimits.DEFAULT);

    /// Every project.
    ///
    /// @param module the folder of this Maven module
    static List<Sample> all(Path module) {
        return FOLDERS.stream().flatMap(folder -> in(module.resolve(folder).toAbsolutePath().normalize()).stream())
                .toList();
    }

    private static List<Sample> in(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(project -> Files.exists(project.resolve(ProjectFolder.SETTINGS))).sorted()
                    .map(Sample::load).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample load(Path folder) {
        var project = Objects.requireNonNull(ProjectFolder.load(folder, CODEC).value());
        return new Sample(folder, CompiledProject.compile(project, REGISTRY),
                scripts(folder.resolve(ProjectFolder.TESTS)), scripts(folder.resolve(WRONG)));
    }

    private static List<CallScript> scripts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(CallScript.SUFFIX)).sorted().map(Sample::script)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CallScript script(Path file) {
        try {
            return CallScriptParser.parse(file.getFileName().toString(), Files.readString(file)).script();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    ScriptResult simulate(CallScript script) {
        return runner().run(script);
    }

    ScriptResult run(CallScript script, CallPlace place) {
        return runner().run(script, place, TraceSink.NONE);
    }

    private CallScriptRunner runner() {
        return new CallScriptRunner(new ProjectCalls(new FlowRunner(project, Limits.DEFAULT)),
                new RecordedLengths(project.project().prompts()));
    }
}
