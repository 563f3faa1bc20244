package org.ivrea.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ivrea.engine.check.ProjectChecks;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.Coverage;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.ProjectFolder;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

final class SamplesTest {
    /// Writes the flows in canonical form, for those who edited them by hand.
    private static final boolean UPDATE = Boolean.getBoolean("ivrea.update");

    static List<Sample> samples() {
        return Sample.all();
    }

    @Test
    void areThoseOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(samples()).hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(sample -> assertThat(readme).contains("`" + sample.name() + "`"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void haveNoProblems(Sample sample) {
        List<Problem> problems = new ArrayList<>(sample.loading());
        problems.addAll(ProjectChecks.all(sample.project()));

        assertThat(problems.stream().map(Problem::toString)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areInCanonicalForm(Sample sample) throws IOException {
        for (Map.Entry<String, FlowDocument> flow : sample.project().project().flows().entrySet()) {
            Path file = sample.folder().resolve(ProjectFolder.FLOWS)
                    .resolve(flow.getKey() + ProjectFolder.FLOW_SUFFIX);
            String canonical = new String(Sample.CODEC.write(flow.getValue()), StandardCharsets.UTF_8);
            if (UPDATE) {
                Files.writeString(file, canonical);
                ProjectFolder.saveSettings(sample.folder(), sample.project().project().settings());
            }
            assertThat(Files.readString(file)).as("%s; `ivrea format` writes it so", file).isEqualTo(canonical);
        }
    }

    @TestFactory
    Stream<DynamicNode> scriptsPass() {
        return samples().stream().map(sample -> dynamicContainer(sample.name(),
                sample.scripts().stream().map(script -> dynamicTest(script.name(), () -> {
                    ScriptResult result = sample.run(script);
                    assertThat(result.passed()).as("%s%n%s", result.failure(), result.transcript()).isTrue();
                }))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void scriptsGoThroughEveryExit(Sample sample) {
        Coverage coverage = Coverage.NONE;
        for (CallScript script : sample.scripts()) {
            coverage = coverage.plus(sample.run(script).coverage());
        }

        assertThat(coverage.report(ProjectCalls.ways(sample.project())).missing()).isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> aCallerWhoHangsUpAtAnyStep() {
        return samples().stream().map(sample -> dynamicContainer(sample.name(), sample.scripts().stream()
                .flatMap(script -> script.hangingUpEverywhere().stream())
                .map(script -> dynamicTest(script.name() + " up to line " + script.lines().getLast().number(),
                        () -> endsInOrder(sample, script)))));
    }

    private static void endsInOrder(Sample sample, CallScript script) {
        List<TraceEvent> trace = sample.run(script).trace().stream().map(TraceJson.Timed::event).toList();

        assertThat(trace.getLast()).isInstanceOf(TraceEvent.CallClosed.class);
        assertThat(trace).filteredOn(TraceEvent.CallClosed.class::isInstance).hasSize(1);
        assertThat(trace).filteredOn(TraceEvent.HungUp.class::isInstance).hasSize(1);
        boolean byCaller = trace.stream()
                .anyMatch(event -> event instanceof TraceEvent.HungUp hungUp && hungUp.side().equals("caller"));
        for (Map.Entry<String, FlowDocument> flow : sample.project().project().flows().entrySet()) {
            boolean main = flow.getKey().equals(sample.project().project().settings().main());
            boolean handles = flow.getValue().handlers().hangup() != null;
            // Of a subflow, only where the call was in it.
            int most = byCaller && handles ? 1 : 0;
            assertThat(trace).as("hang-up handler of %s", flow.getKey())
                    .filteredOn(event -> event instanceof TraceEvent.HandlerEntered entered
                            && entered.handler().equals("hangup") && entered.flow().equals(flow.getKey()))
                    .hasSizeBetween(main ? most : 0, most);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aWrongScriptFails(Sample sample) {
        CallScript script = CallScriptParser.parse("wrong.call", "hear \"Welcome to the moon\"\n").script();

        ScriptResult result = sample.run(script);

        assertThat(result.passed()).isFalse();
        assertThat(Objects.requireNonNull(result.failure()).toString()).contains("Welcome to the moon");
    }
}
