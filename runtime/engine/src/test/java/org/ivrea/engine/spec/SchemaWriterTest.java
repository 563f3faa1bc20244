package org.ivrea.engine.spec;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class SchemaWriterTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaWriter.schema(Rehearsal.REGISTRY), InputFormat.JSON);

    private static List<String> errors(String flow) {
        return SCHEMA.validate(flow, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private static String flowOf(String node) {
        return """
                { "formatVersion": 1, "name": "Test", "nodes": { "it": %s } }""".formatted(node);
    }

    static List<NodeSpec> specs() {
        return Rehearsal.REGISTRY.specs();
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../../flows-samples"), 3)) {
            return files.filter(file -> file.toString().endsWith(".flow.json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void acceptsTheSamples(Path flow) throws IOException {
        assertThat(errors(Files.readString(flow))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void acceptsTheExampleOfEveryType(NodeSpec spec) {
        Json.Obj example = NodeExample.of(spec).with("type", Json.of(spec.name()));
        assertThat(errors(flowOf(JsonWriter.compact(example)))).isEmpty();
    }

    @Test
    void acceptsWhatItDoesNotKnow() {
        assertThat(errors(flowOf("{ \"type\": \"telepathy\", \"wave\": 3 }"))).isEmpty();
        assertThat(errors(flowOf("{ \"type\": \"wait\", \"ms\": 5, \"x-note\": [1] }"))).isEmpty();
        assertThat(errors("{ \"formatVersion\": 1, \"name\": \"Test\", \"x-owner\": \"me\" }")).isEmpty();
    }

    @Test
    void acceptsNullForWhatMayBeLeftOut() {
        assertThat(errors(flowOf("{ \"type\": \"play\", \"prompt\": [], \"bargeIn\": null, \"repeat\": null }")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ \"type\": \"wait\", \"ms\": \"5\" }", "{ \"type\": \"wait\", \"ms\": 0 }",
            "{ \"type\": \"wait\", \"ms\": 1.5 }", "{ \"type\": \"play\", \"prompt\": \"Hello\" }",
            "{ \"type\": \"play\", \"prompt\": [ { \"say\": \"number\" } ] }",
            "{ \"type\": \"play\", \"prompt\": [ { \"say\": \"loudly\", \"value\": \"1\" } ] }",
            "{ \"type\": \"play\", \"prompt\": [], \"bargeIn\": \"sometimes\" }", "{ \"type\": \"decision\" }",
            "{ \"type\": \"decision\", \"cases\": [] }",
            "{ \"type\": \"decision\", \"cases\": [ { \"when\": \"true\" } ] }",
            "{ \"type\": \"menu\", \"choices\": [ { \"keys\": \"x\", \"exit\": \"a\" } ] }",
            "{ \"type\": \"wait\", \"exits\": { \"next\": 3 } }", "{ \"type\": 7 }", "{}", "[]"})
    void refusesWhatTheEngineRefuses(String node) {
        assertThat(errors(flowOf(node))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{ \"formatVersion\": 2, \"name\": \"x\" }",
            "{ \"formatVersion\": 1, \"name\": \"x\", \"variables\": { \"a b\": { \"type\": \"int\" } } }",
            "{ \"formatVersion\": 1, \"name\": \"x\", \"variables\": { \"a\": { \"type\": \"float\" } } }",
            "{ \"formatVersion\": 1, \"name\": \"x\", \"nodes\": { \"Bad Id\": { \"type\": \"wait\" } } }"})
    void refusesDocumentsThatAreNoFlows(String flow) {
        assertThat(errors(flow)).isNotEmpty();
    }
}
