package org.ivrea.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.ivrea.engine.check.ProjectChecks;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.PromptLibrary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What a designer does after each edit of one node in a large flow: compile what changed, and check the flow. Each prompt
/// has a recording in two languages.
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EditBenchmark {
    private static final List<String> LANGUAGES = List.of("en", "de");

    @Param({"5000"}) private int nodes;

    @SuppressWarnings("NullAway.Init") private Path root;
    @SuppressWarnings("NullAway.Init") private CompiledProject project;
    private int edits;

    @Setup(Level.Trial)
    public void open() throws IOException {
        root = Files.createTempDirectory("ivrea-edit");
        for (String language : LANGUAGES) {
            Path folder = Files.createDirectories(root.resolve("prompts").resolve(language));
            for (int i = 0; i < nodes; i += 4) {
                Files.createFile(folder.resolve("n" + i + ".wav"));
            }
        }
        FlowDocument flow = Flows.read(Flows.generated(nodes)).withNode("bye", NodeDocument.of("hangup"))
                .withExit("n1", "two", "bye");
        for (int i = 0; i < nodes; i += 4) {
            flow = flow.withNode("n" + i, prompt("n" + i + ".wav", "Prompt"));
        }
        var settings = ProjectDocument.empty("Edit").withMain("main").withLanguages(LANGUAGES);
        Project empty = new Project(root, settings, new TreeMap<>(), new PromptLibrary(root, LANGUAGES),
                List.of());
        project = CompiledProject.compile(empty.withFlow("main", flow), Flows.REGISTRY);
        if (!check().isEmpty()) {
            throw new IllegalStateException(check().getFirst().toString());
        }
    }

    private static UnaryOperator<NodeDocument> prompt(String file,
            String text) {
        return node -> node.withField("prompt",
                Json.arr(Json.obj("file", Json.of(file), "text", Json.of(text))));
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        try (var files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(EditBenchmark::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public CompiledProject compile() {
        Project before = project.project();
        FlowDocument flow = Objects.requireNonNull(before.flow("main"));
        String text = "Edit " + edits++;
        project = project.recompiled(before.withFlow("main", flow.withNode("n40", prompt("n40.wav", text))), "main");
        return project;
    }

    @Benchmark
    public List<Problem> compileAndCheck() {
        compile();
        return check();
    }

    private List<Problem> check() {
        return ProjectChecks.of(project, Objects.requireNonNull(project.flow("main")));
    }
}
