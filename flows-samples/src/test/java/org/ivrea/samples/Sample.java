package org.ivrea.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.RunsCalls;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

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

    static Sample load(Path folder) {
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

    /// The same with a caller who hangs up as soon as so many events have happened.
    ScriptResult runHangingUpAfter(int events, CallScript script) {
        var calls = new ProjectCalls(new FlowRunner(project, Limits.DEFAULT));
        return new CallScriptRunner(new HangingUp(calls, events), new RecordedLengths(project.project().prompts()))
                .run(script);
    }

    private record HangingUp(ProjectCalls calls, int after) implements RunsCalls {
        @Override
        public @Nullable String mainFlow() {
            return calls.mainFlow();
        }

        @Override
        public boolean hasFlow(String flow) {
            return calls.hasFlow(flow);
        }

        @Override
        public Scope scope(String flow) {
            return calls.scope(flow);
        }

        @Override
        public void run(String flow, Call call, TraceSink sink, Consumer<Variables> probe) {
            var happened = new AtomicInteger();
            calls.run(flow, call, (atMs, event) -> {
                sink.accept(atMs, event);
                if (happened.getAndIncrement() == after) {
                    ((SimulatedCall) call).hangUp();
                }
            }, probe);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
