package org.ivrea.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ivrea.engine.check.ProjectChecks;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.Coverage;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.ScriptResult;
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
    void theSameScriptGivesTheSameTraceByteForByte(Sample sample) {
        // Loaded and compiled anew, so that nothing is the same but the files.
        Sample again = Sample.load(sample.folder());
        for (int i = 0; i < sample.scripts().size(); i++) {
            assertThat(trace(again.run(again.scripts().get(i)))).as(sample.scripts().get(i).name())
                    .isEqualTo(trace(sample.run(sample.scripts().get(i))));
        }
    }

    private static String trace(ScriptResult result) {
        return result.trace().stream().map(event -> TraceJson.write(event.atMs(), event.event()))
                .collect(Collectors.joining("\n"));
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

    @ParameterizedTest
    @MethodSource("samples")
    void aWrongScriptFails(Sample sample) {
        CallScript script = CallScriptParser.parse("wrong.call", "hear \"Welcome to the moon\"\n").script();

        ScriptResult result = sample.run(script);

        assertThat(result.passed()).isFalse();
        assertThat(Objects.requireNonNull(result.failure()).toString()).contains("Welcome to the moon");
    }
}
