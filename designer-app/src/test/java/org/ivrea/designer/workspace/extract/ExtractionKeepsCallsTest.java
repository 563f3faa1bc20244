package org.ivrea.designer.workspace.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ivrea.designer.edit.BoxSize;
import org.ivrea.designer.edit.BoxSizes;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Severity;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever part of the samples becomes a subflow: callers notice nothing of it, in any of the samples' call scripts.
final class ExtractionKeepsCallsTest {
    private static final NodeRegistry REGISTRY = NodeRegistry.load();
    private static final Path SAMPLES = Path.of("..", "flows-samples");
    private static final BoxSizes SIZES = (_, _) -> new BoxSize(200, 100);
    private static final int LARGEST = 5;

    @ParameterizedTest
    @ValueSource(strings = {"bank", "appointment", "survey", "main-menu"})
    void callersNoticeNothing(String sample) throws IOException, ExtractionRefused {
        var loaded = ProjectFolder.load(SAMPLES.resolve(sample), new FlowCodec(REGISTRY, JsonLimits.DEFAULT));
        Project project = Objects.requireNonNull(loaded.value());
        CompiledProject before = CompiledProject.compile(project, REGISTRY);
        List<CallScript> scripts = scripts(SAMPLES.resolve(sample));
        Map<String, List<TraceEvent>> expected = runAll(before, scripts);
        int extracted = 0;
        for (CompiledFlow flow : before.flows().values()) {
            for (Set<String> part : parts(flow.document())) {
                if (SubflowExtraction.objectionTo(flow, part).isPresent()) {
                    continue;
                }
                extracted++;
                var made = SubflowExtraction.of(flow, part, "part", "Part", SIZES);
                CompiledProject after = CompiledProject.compile(project.withFlow(flow.name(), made.caller())
                        .withFlow("part", made.subflow()), REGISTRY);
                assertThat(after.problems().stream().filter(it -> it.severity() == Severity.ERROR).toList())
                        .as("%s of %s", part, flow.name()).isEmpty();
                runAll(after, scripts).forEach((script, events) -> assertThat(events)
                        .as("%s, with %s of %s as a subflow", script, part, flow.name())
                        .isEqualTo(expected.get(script)));
            }
        }
        assertThat(extracted).isGreaterThan(5);
    }

    /// Each node with those that calls come to from it, up to some number of them.
    private static Set<Set<String>> parts(FlowDocument flow) {
        Set<Set<String>> parts = new LinkedHashSet<>();
        for (String first : flow.nodes().keySet()) {
            Set<String> part = new LinkedHashSet<>(List.of(first));
            parts.add(Set.copyOf(part));
            for (String id : new ArrayList<>(flow.nodes().keySet())) {
                boolean follows = part.stream().map(flow::node).filter(Objects::nonNull)
                        .anyMatch(node -> node.exits().values().stream().anyMatch(it -> id.equals(it.nodeId())));
                if (follows && part.size() < LARGEST && part.add(id)) {
                    parts.add(Set.copyOf(part));
                }
            }
        }
        return parts;
    }

    private static List<CallScript> scripts(Path folder) throws IOException {
        List<CallScript> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve(ProjectFolder.TESTS))) {
            for (Path file : files.filter(it -> it.toString().endsWith(CallScript.SUFFIX)).sorted().toList()) {
                // The nodes that expectations name may be elsewhere.
                String text = Files.readAllLines(file).stream().filter(line -> !line.startsWith("expect"))
                        .collect(Collectors.joining("\n"));
                scripts.add(CallScriptParser.parse(file.getFileName().toString(), text).script());
            }
        }
        return scripts;
    }

    private static Map<String, List<TraceEvent>> runAll(CompiledProject project, List<CallScript> scripts) {
        var runner = new CallScriptRunner(new ProjectCalls(new FlowRunner(project, Limits.DEFAULT)),
                new RecordedLengths(project.project().prompts()));
        return scripts.stream().collect(Collectors.toMap(CallScript::name,
                script -> runner.run(script).trace().stream().map(it -> it.event())
                        .filter(ExtractionKeepsCallsTest::isSeenFromOutside).toList()));
    }

    private static boolean isSeenFromOutside(TraceEvent event) {
        return switch (event) {
            case TraceEvent.NodeEntered _,TraceEvent.ExitTaken _,TraceEvent.VariableSet _,TraceEvent.HandlerEntered _,TraceEvent.ErrorRaised _,TraceEvent.CallStarted _ ->
                false;
            default -> true;
        };
    }
}
