package org.ivrea.flow.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.Handlers;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class FlowCodecTest {
    private final FlowCodec codec = new FlowCodec(SampleShapes.SHAPES_OF_SAMPLES, JsonLimits.DEFAULT);

    private static byte[] sample() throws IOException {
        try (InputStream in = FlowCodecTest.class.getResourceAsStream("/flows/main-menu.flow.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private FlowDocument read(String text) {
        return codec.read(text.getBytes(UTF_8), "flows/test.flow.json").orThrow();
    }

    private String write(FlowDocument flow) {
        return new String(codec.write(flow), UTF_8);
    }

    private static String flowWithNode(String node) {
        return "{\"formatVersion\": 1, \"name\": \"Test\", \"nodes\": {\"a\": " + node + "}}";
    }

    @Test
    void savingTheSampleGivesTheSameBytes() throws IOException {
        Loaded<FlowDocument> loaded = codec.read(sample(), "flows/main-menu.flow.json");
        assertThat(loaded.problems()).isEmpty();
        assertThat(new String(codec.write(loaded.orThrow()), UTF_8)).isEqualTo(new String(sample(), UTF_8));
    }

    @Test
    void theSampleIsUnderstood() throws IOException {
        FlowDocument flow = codec.read(sample(), "flows/main-menu.flow.json").orThrow();
        assertThat(flow.name()).isEqualTo("Main menu");
        assertThat(flow.start()).isEqualTo("welcome");
        assertThat(flow.variables()).containsEntry("attempts",
                new VariableDeclaration("int", Json.of(0), false, null));
        assertThat(flow.handlers()).isEqualTo(new Handlers("log-abandoned", "sorry"));
        assertThat(flow.layout()).containsEntry("main-menu", new LayoutEntry(320, 160));
        NodeDocument menu = Objects.requireNonNull(flow.node("main-menu"));
        assertThat(menu.label()).isEqualTo("Main menu");
        assertThat(menu.field("timeoutMs")).isEqualTo(Json.of(5000));
        assertThat(menu.target("sales")).isEqualTo("sales-queue");
        assertThat(menu.fields()).containsOnlyKeys("prompt", "choices", "timeoutMs");
    }

    @Test
    void topLevelMembersAreInTheirFixedOrder() {
        FlowDocument flow = read("""
                {"layout": {"a": [1, 2]}, "zebra": 1, "apple": {"z": 1, "b": 2},
                 "handlers": {"error": "a", "hangup": "a"},
                 "nodes": {"b": {"type": "x"}, "a": {"type": "x"}}, "exits": ["done", "again"],
                 "variables": {"v": {"description": "d", "secret": true, "initial": 1, "type": "int"}},
                 "outputs": {"o": {"type": "any"}}, "inputs": {"i": {"type": "any"}}, "start": "a",
                 "description": "D", "name": "N", "formatVersion": 1}""");
        assertThat(write(flow)).isEqualTo("""
                {
                  "formatVersion": 1,
                  "name": "N",
                  "description": "D",
                  "start": "a",
                  "inputs": { "i": { "type": "any" } },
                  "outputs": { "o": { "type": "any" } },
                  "variables": { "v": { "type": "int", "initial": 1, "secret": true, "description": "d" } },
                  "exits": [ "done", "again" ],
                  "nodes": { "a": { "type": "x" }, "b": { "type": "x" } },
                  "handlers": { "hangup": "a", "error": "a" },
                  "apple": { "z": 1, "b": 2 },
                  "zebra": 1,
                  "layout": { "a": [ 1, 2 ] }
                }
                """);
    }

    @Test
    void theMembersOfANodeAreInTheOrderOfItsType() {
        FlowDocument flow = read(flowWithNode("""
                {"exits": {"z": null, "b": "a"}, "zzz": 1, "aaa": 2, "terminators": [], "timeoutMs": 1,
                 "choices": [{"exit": "b", "weight": 1, "keys": "1"}], "disabled": true, "note": "n", "label": "l",
                 "type": "menu"}"""));
        assertThat(write(flow)).contains("""
                    "a": {
                      "type": "menu",
                      "label": "l",
                      "note": "n",
                      "disabled": true,
                      "choices": [ { "keys": "1", "exit": "b", "weight": 1 } ],
                      "timeoutMs": 1,
                      "terminators": [],
                      "aaa": 2,
                      "zzz": 1,
                      "exits": { "b": "a", "z": null }
                    }
                """);
    }

    @Test
    void valuesThatSayNoMoreThanTheirDefaultAreLeftOut() {
        FlowDocument flow = read(flowWithNode("""
                {"type": "menu", "disabled": false, "timeoutMs": 4e3, "terminators": ["#"], "choices": [],
                 "prompt": [{"text": "x", "repeat": 1.0, "file": null}], "confirm": {"acceptKey": "1", "prompt": []},
                 "exits": {}, "label": null}"""));
        assertThat(write(flow)).contains("""
                  "nodes": { "a": { "type": "menu", "prompt": [ { "text": "x" } ] } }
                """);
    }

    @Test
    void aValueThatIsNotTheDefaultIsKept() {
        FlowDocument flow = read(flowWithNode("{\"type\": \"menu\", \"confirm\": {\"acceptKey\": \"2\"}}"));
        assertThat(write(flow)).contains("\"confirm\": { \"acceptKey\": \"2\" }");
    }

    @Test
    void emptyCollectionsAreLeftOut() {
        FlowDocument flow = read("""
                {"formatVersion": 1, "name": "N", "inputs": {}, "outputs": {}, "variables": {}, "exits": [],
                 "nodes": {}, "handlers": {}, "layout": {}}""");
        assertThat(write(flow)).isEqualTo("{\n  \"formatVersion\": 1,\n  \"name\": \"N\"\n}\n");
        assertThat(flow).isEqualTo(FlowDocument.empty("N"));
    }

    @Test
    void unknownNodeTypesAndFieldsSurvive() {
        FlowDocument flow = read(flowWithNode("""
                {"type": "teleport", "where": {"z": [], "a": null, "n": 1.50}, "also": [1, {"b": {}, "a": {}}]}"""));
        assertThat(write(flow)).contains("\"type\": \"teleport\",")
                .contains("\"also\": [ 1, { \"b\": {}, \"a\": {} } ],")
                .contains("\"where\": { \"z\": [], \"a\": null, \"n\": 1.5 }");
        assertThat(read(write(flow))).isEqualTo(flow);
    }

    @Test
    void theSizeOfACommentIsKept() {
        FlowDocument flow = read("""
                {"formatVersion": 1, "name": "N", "nodes": {"c": {"type": "comment"}},
                 "layout": {"c": [-5, 0, 200, 80]}}""");
        assertThat(flow.layout()).containsEntry("c", new LayoutEntry(-5, 0, 200, 80));
        assertThat(write(flow)).contains("\"layout\": { \"c\": [ -5, 0, 200, 80 ] }");
    }

    @Test
    void movingABoxChangesOneLineOfTheLayout() throws IOException {
        FlowDocument flow = codec.read(sample(), "x").orThrow();
        for (int number = 0; number < 20; number++) {
            flow = flow.withNode("extra-" + number, NodeDocument.of("play"))
                    .withLayout("extra-" + number, new LayoutEntry(number, 0));
        }
        List<String> before = write(flow).lines().toList();
        List<String> after = write(flow.withLayout("extra-7", new LayoutEntry(1000, 2000))).lines().toList();
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(line -> !before.contains(line)).toList())
                .containsExactly("    \"extra-7\": [ 1000, 2000 ],");
    }

    @Test
    void aSampleCutOffAnywhereGivesAProblemWithItsPlace() throws IOException {
        byte[] sample = sample();
        // The last byte is the final line break, which a file may lack.
        for (int length = 0; length < sample.length - 1; length++) {
            Loaded<FlowDocument> loaded = codec.read(Arrays.copyOf(sample, length), "flows/main-menu.flow.json");
            assertThat(loaded.value()).isNull();
            assertThat(loaded.problems()).hasSize(1).allSatisfy(problem -> {
                assertThat(problem.position()).isNotNull();
                assertThat(problem.file()).isEqualTo("flows/main-menu.flow.json");
                assertThat(problem.isError()).isTrue();
            });
        }
    }
}
