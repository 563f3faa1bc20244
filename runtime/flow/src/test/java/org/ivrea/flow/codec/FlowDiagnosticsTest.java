package org.ivrea.flow.codec;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class FlowDiagnosticsTest {
    private static final String HEAD = "\"formatVersion\": 1, \"name\": \"N\"";

    private final FlowCodec codec = new FlowCodec(SampleShapes.SHAPES_OF_SAMPLES, JsonLimits.DEFAULT);

    private Loaded<FlowDocument> read(String text) {
        return codec.read(text.getBytes(UTF_8), "flows/a.flow.json");
    }

    private static Fix firstFix(Loaded<FlowDocument> loaded) {
        return Objects.requireNonNull(loaded.problems().getFirst().fix());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/diagnostics/flows-refused.txt", delimiter = '|', quoteCharacter = '`')
    void whatCannotBeTakenOverStopsTheLoading(String text, String expected) {
        Loaded<FlowDocument> loaded = read(text.replace("HEAD", HEAD));
        assertThat(loaded.value()).isNull();
        assertThat(loaded.problems()).extracting(Problem::toString)
                .containsExactly("flows/a.flow.json:" + expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/diagnostics/flows-loaded.txt", delimiter = '|', quoteCharacter = '`')
    void whatCanBeKeptIsLoadedAndReported(String text, String expected) {
        Loaded<FlowDocument> loaded = read(text.replace("HEAD", HEAD));
        assertThat(loaded.value()).isNotNull();
        assertThat(loaded.problems()).extracting(Problem::toString)
                .containsExactly("flows/a.flow.json:" + expected);
    }

    @Test
    void aProblemOfANodeNamesIt() {
        Loaded<FlowDocument> loaded = read("{" + HEAD + ", \"nodes\": {\"a\": {\"type\": \"x\", \"note\": {}}}}");
        assertThat(loaded.problems()).extracting(Problem::nodeId).containsExactly("a");
        assertThat(loaded.problems().getFirst().pointer()).hasToString("/nodes/a/note");
    }

    @Test
    void theFixForABadIdRenamesTheNodeEverywhere() {
        Loaded<FlowDocument> loaded = read("{" + HEAD + """
                , "start": "A b", "nodes": {"A b": {"type": "x"}, "c": {"type": "x", "exits": {"next": "A b"}}},
                "handlers": {"error": "A b"}, "layout": {"A b": [1, 2]}}""");
        FlowDocument fixed = firstFix(loaded).edit().apply(loaded.orThrow());
        assertThat(FlowCheck.check(fixed, NodeShapes.NONE)).isEmpty();
        assertThat(new String(codec.write(fixed), UTF_8)).contains("\"a-b\"").doesNotContain("A b");
    }

    @Test
    void theFixForAMisspeltFieldRenamesIt() {
        Loaded<FlowDocument> loaded = read("{" + HEAD
                + ", \"nodes\": {\"a\": {\"type\": \"menu\", \"timeoutms\": 1}}}");
        Fix fix = firstFix(loaded);
        assertThat(fix.label()).isEqualTo("Rename to \"timeoutMs\"");
        FlowDocument fixed = fix.edit().apply(loaded.orThrow());
        assertThat(FlowCheck.check(fixed, SampleShapes.SHAPES_OF_SAMPLES)).isEmpty();
        assertThat(fix.edit().apply(fixed)).isEqualTo(fixed);
    }

    @Test
    void theFixForAStaleLayoutRemovesTheEntry() {
        Loaded<FlowDocument> loaded = read("{" + HEAD + ", \"layout\": {\"gone\": [1, 2]}}");
        assertThat(firstFix(loaded).edit().apply(loaded.orThrow()).layout()).isEmpty();
    }

    @Test
    void aFloodOfProblemsIsCutShort() {
        String nodes = IntStream.range(0, 5_000).mapToObj(number -> "\"!" + number + "\": {\"type\": \"x\"}")
                .collect(Collectors.joining(", "));
        Loaded<FlowDocument> loaded = read("{" + HEAD + ", \"nodes\": {" + nodes + "}}");
        assertThat(loaded.problems()).hasSize(1_001);
        assertThat(loaded.problems().getLast().message()).isEqualTo("4000 more problems are not listed");
        assertThat(loaded.hasErrors()).isTrue();
    }

    @Test
    void aFloodOfUnknownMembersIsCutShort() {
        String members = IntStream.range(0, 150_000).mapToObj(number -> "\"node" + number + "\": 1")
                .collect(Collectors.joining(", "));
        Loaded<FlowDocument> loaded = read("{" + HEAD + ", " + members + "}");
        assertThat(loaded.problems()).hasSize(1_001);
        assertThat(loaded.hasErrors()).isFalse();
    }

    @Test
    void anOlderFormatIsBroughtUpToDateAndSaysSo() {
        Loaded<FlowDocument> loaded = read("""
                {"formatVersion": 0, "name": "N", "nodes": [{"id": "a", "type": "play", "next": "a"}]}""");
        assertThat(loaded.problems()).extracting(Problem::code).containsExactly(ProblemCodes.FORMAT_MIGRATED);
        assertThat(loaded.hasErrors()).isFalse();
        assertThat(loaded.orThrow().nodes()).containsOnlyKeys("a");
    }

    @Test
    void problemsOfAnOlderFormatHaveNoPositionInTheNewOne() {
        Loaded<FlowDocument> loaded = read("""
                {"formatVersion": 0, "name": "N", "nodes": [{"id": "a", "type": "play", "label": 5}]}""");
        assertThat(loaded.value()).isNull();
        assertThat(loaded.problems().getLast()).hasToString(
                "flows/a.flow.json:/nodes/a/label: error: \"label\" must be a string, not a number [member-type]");
    }
}
