package org.ivrea.flow.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowDiagnosticsTest {
    private static final String HEAD = "\"formatVersion\": 1, \"name\": \"N\"";

    private final FlowCodec codec = new FlowCodec(SampleShapes.SHAPES_OF_SAMPLES, JsonLimits.DEFAULT);

    private Loaded<FlowDocument> read(String text) {
        return codec.read(text.getBytes(UTF_8), "flows/a.flow.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {HEAD                              | 1:33: error: The text ends inside the object that begins at line 1, column 1; it was probably cut off [json-syntax]
            []                                 | 1:1: error: The document must be an object, not an array [member-type]
            {"name": "N"}                      | 1:1: error: The member "formatVersion" is missing; if this is an Ivrea file, add "formatVersion": 1 [format-version]
            {"formatVersion": 1.5}             | 1:19: error: There is no format 1.5; this Ivrea knows 0 to 1 [format-version]
            {"formatVersion": -1}              | 1:19: error: There is no format -1; this Ivrea knows 0 to 1 [format-version]
            {"formatVersion": "1"}             | 1:19: error: There is no format "1"; this Ivrea knows 0 to 1 [format-version]
            {"formatVersion": 2, "nodes": []}  | 1:19: error: The file was made by a newer Ivrea (format 2; this one knows up to 1); update Ivrea to open it, nothing was changed [format-newer]
            {"formatVersion": 1}               | 1:1: error: The member "name" is missing; add it [member-missing]
            {HEAD, "start": 5}                 | 1:44: error: "start" must be a string, not a number [member-type]
            {HEAD, "exits": {}}                | 1:44: error: "exits" must be an array of strings, not an object [member-type]
            {HEAD, "exits": ["a", 1]}          | 1:50: error: Each item of "exits" must be a string, not a number [member-type]
            {HEAD, "nodes": []}                | 1:44: error: "nodes" must be an object, not an array [member-type]
            {HEAD, "nodes": {"a": 1}}          | 1:50: error: The node "a" must be an object, not a number [member-type]
            {HEAD, "nodes": {"a": {}}}         | 1:50: error: The member "type" is missing; add it [member-missing]
            {HEAD, "nodes": {"a": {"type": "x", "label": 1}}}       | 1:73: error: "label" must be a string, not a number [member-type]
            {HEAD, "nodes": {"a": {"type": "x", "disabled": 1}}}    | 1:76: error: "disabled" must be true or false, not a number [member-type]
            {HEAD, "nodes": {"a": {"type": "x", "exits": {"b": 1}}}}| 1:79: error: "b" must be the id of a node, or null, not a number [member-type]
            {HEAD, "handlers": {"hangup": []}} | 1:58: error: "hangup" must be a string, not an array [member-type]
            {HEAD, "variables": {"v": 1}}      | 1:54: error: "v" must be an object, not a number [member-type]
            """)
    void whatCannotBeTakenOverStopsTheLoading(String text, String expected) {
        Loaded<FlowDocument> loaded = read(text.replace("HEAD", HEAD));
        assertThat(loaded.value()).isNull();
        assertThat(loaded.problems()).extracting(Problem::toString)
                .containsExactly("flows/a.flow.json:" + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {HEAD, "nods": {}}                 | 1:43: warning: Unknown member "nods"; did you mean "nodes"? [member-unknown]
            {HEAD, "teleport": {}}             | 1:47: warning: Unknown member "teleport"; it is kept, but has no effect [member-unknown]
            {HEAD, "handlers": {"hangUp": "a"}}| 1:58: warning: Unknown member "hangUp"; did you mean "hangup"? [member-unknown]
            {HEAD, "variables": {"v": {"type": "int", "init": 1}}}  | 1:78: warning: Unknown member "init"; it is kept, but has no effect [member-unknown]
            {HEAD, "variables": {"v": {"type": "integer"}}}         | 1:63: error: Unknown type "integer"; use one of int, number, bool, string, list, map, any, time [variable-type]
            {HEAD, "inputs": {"1st": {"type": "int"}}}              | 1:53: error: "1st" cannot be a variable's name; use 1 to 64 letters, digits and '_', not beginning with a digit [variable-name]
            {HEAD, "exits": ["a", "a"]}        | 1:50: error: The exit "a" is listed twice; remove one [exit-name]
            {HEAD, "exits": [" "]}             | 1:45: error: An exit needs a name [exit-name]
            {HEAD, "nodes": {"Main Menu": {"type": "x"}}}           | 1:58: error: "Main Menu" cannot be a node's id, which is 1 to 64 of a-z, 0-9 and '-', not beginning with '-'; rename it to "main-menu" [node-id]
            {HEAD, "nodes": {"a": {"type": "menu", "tiemoutMs": 1}}}| 1:80: warning: Unknown member "tiemoutMs"; did you mean "timeoutMs"? [member-unknown]
            {HEAD, "nodes": {"a": {"type": "menu", "choices": [{"key": "1"}]}}} | 1:87: warning: Unknown member "key"; did you mean "keys"? [member-unknown]
            {HEAD, "nodes": {"a": {"type": "x", "exits": {"": null}}}} | 1:78: error: An exit needs a name [exit-name]
            {HEAD, "nodes": {"a": {"type": "x"}}, "layout": {"a": [1.5, 2]}} | 1:82: warning: The place of "a" is ignored: write [x, y] or [x, y, width, height], all whole numbers, width and height above 0 [layout-place]
            {HEAD, "layout": {"gone": [1, 2]}} | 1:54: info: The layout places "gone", but there is no such node; remove the entry [layout-stale]
            """)
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
        FlowDocument flow = loaded.value();
        assertThat(flow).isNotNull();
        Problem problem = loaded.problems().getFirst();
        assertThat(problem.fix()).isNotNull();
        FlowDocument fixed = problem.fix().edit().apply(flow);
        assertThat(FlowCheck.check(fixed, NodeShapes.NONE)).isEmpty();
        assertThat(new String(codec.write(fixed), UTF_8)).contains("\"a-b\"").doesNotContain("A b");
    }

    @Test
    void theFixForAMisspeltFieldRenamesIt() {
        Loaded<FlowDocument> loaded = read("{" + HEAD
                + ", \"nodes\": {\"a\": {\"type\": \"menu\", \"timeoutms\": 1}}}");
        FlowDocument flow = loaded.value();
        assertThat(flow).isNotNull();
        Problem problem = loaded.problems().getFirst();
        assertThat(problem.fix()).isNotNull();
        assertThat(problem.fix().label()).isEqualTo("Rename to \"timeoutMs\"");
        FlowDocument fixed = problem.fix().edit().apply(flow);
        assertThat(FlowCheck.check(fixed, SampleShapes.SHAPES_OF_SAMPLES)).isEmpty();
        assertThat(problem.fix().edit().apply(fixed)).isEqualTo(fixed);
    }

    @Test
    void theFixForAStaleLayoutRemovesTheEntry() {
        Loaded<FlowDocument> loaded = read("{" + HEAD + ", \"layout\": {\"gone\": [1, 2]}}");
        FlowDocument flow = loaded.value();
        assertThat(flow).isNotNull();
        Problem problem = loaded.problems().getFirst();
        assertThat(problem.fix()).isNotNull();
        assertThat(problem.fix().edit().apply(flow).layout()).isEmpty();
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
    void anOlderFormatIsBroughtUpToDateAndSaysSo() {
        Loaded<FlowDocument> loaded = read("""
                {"formatVersion": 0, "name": "N", "nodes": [{"id": "a", "type": "play", "next": "a"}]}""");
        assertThat(loaded.problems()).extracting(Problem::code).containsExactly(ProblemCodes.FORMAT_MIGRATED);
        assertThat(loaded.hasErrors()).isFalse();
        assertThat(loaded.value()).isNotNull();
        assertThat(loaded.value().nodes()).containsOnlyKeys("a");
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
