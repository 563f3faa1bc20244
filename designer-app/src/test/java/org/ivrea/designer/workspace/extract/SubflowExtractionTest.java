package org.ivrea.designer.workspace.extract;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.ivrea.designer.edit.BoxSize;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class SubflowExtractionTest {
    private static final NodeRegistry REGISTRY = NodeRegistry.load();

    private static final String FLOW = """
            { "formatVersion": 1, "name": "Main", "start": "welcome",
              "variables": { "name": { "type": "string", "initial": "you" }, "pin": { "type": "string", "secret": true },
                "tries": { "type": "int", "initial": 0 }, "local": { "type": "int", "initial": 1 } },
              "nodes": {
                "welcome": { "type": "play", "prompt": [ { "text": "Hello ${name}" } ], "exits": { "next": "count" } },
                "count": { "type": "set", "assignments": [ { "variable": "tries", "value": "tries + 1" },
                    { "variable": "local", "value": "2" } ], "exits": { "next": "ask" } },
                "ask": { "type": "collect", "prompt": [ { "text": "Your PIN, ${name}? ${string(local)}" } ], "variable": "pin",
                    "exits": { "collected": "check", "timeout": "again", "invalid": "again" } },
                "again": { "type": "decision", "cases": [ { "when": "tries < 3", "exit": "yes" } ],
                    "exits": { "yes": "count", "else": "bye" } },
                "check": { "type": "play", "prompt": [ { "text": "${pin}" } ], "exits": { "next": "bye" } },
                "note": { "type": "comment", "text": "Asks" },
                "bye": { "type": "hangup" }, "end": { "type": "return" } } }
            """;

    private static CompiledFlow flow() {
        FlowDocument document = Objects.requireNonNull(new FlowCodec(REGISTRY, JsonLimits.DEFAULT)
                .read(FLOW.getBytes(StandardCharsets.UTF_8), "flows/main.flow.json").value());
        var flows = new TreeMap<String, FlowDocument>();
        flows.put("main", document);
        return Objects.requireNonNull(CompiledProject
                .compile(Project.of(ProjectDocument.empty("Test").withMain("main"), flows), REGISTRY).flow("main"));
    }

    private static SubflowExtraction extract(String... nodes) throws ExtractionRefused {
        return SubflowExtraction.of(flow(), Set.of(nodes), "ask-pin", "Ask for the PIN",
                (_, _) -> new BoxSize(200, 100));
    }

    private static NodeDocument node(FlowDocument flow, String id) {
        return Objects.requireNonNull(flow.node(id), () -> id + " in " + flow.nodes().keySet());
    }

    @Test
    void aNodeTakesTheirPlace() throws ExtractionRefused {
        var made = extract("count", "ask", "note");

        assertThat(made.caller().nodes()).containsOnlyKeys("again", "ask-pin", "bye", "check", "end", "welcome");
        assertThat(node(made.caller(), "welcome").target("next")).isEqualTo("ask-pin");
        assertThat(node(made.caller(), "again").target("yes")).isEqualTo("ask-pin");
        assertThat(node(made.caller(), "ask-pin").field("flow")).isEqualTo(Json.of("ask-pin"));
        assertThat(made.subflow().name()).isEqualTo("Ask for the PIN");
        assertThat(made.subflow().nodes()).containsKeys("count", "ask", "note");
    }

    @Test
    void eachNodeThatCallsGoOnToBecomesAnExit() throws ExtractionRefused {
        var made = extract("count", "ask");

        assertThat(made.subflow().exits()).containsExactlyInAnyOrder("check", "again");
        assertThat(node(made.caller(), "ask-pin").target("check")).isEqualTo("check");
        assertThat(node(made.caller(), "ask-pin").target("again")).isEqualTo("again");
        assertThat(node(made.subflow(), "ask").target("collected")).isEqualTo("return-check");
        assertThat(node(made.subflow(), "ask").target("timeout")).isEqualTo("return-again");
        assertThat(node(made.subflow(), "ask").target("invalid")).isEqualTo("return-again");
        assertThat(node(made.subflow(), "return-check").field("exit")).isEqualTo(Json.of("check"));
    }

    @Test
    void variablesBecomeInputsOutputsOrMove() throws ExtractionRefused {
        var made = extract("count", "ask");

        assertThat(made.subflow().inputs()).containsOnlyKeys("name", "triesBefore");
        assertThat(made.subflow().outputs()).containsOnlyKeys("pin", "tries");
        assertThat(made.subflow().variables()).containsOnlyKeys("local");
        // Not each way sets it, but a flow that returns must have a value.
        assertThat(Objects.requireNonNull(made.subflow().outputs().get("pin")).initial()).isEqualTo(Json.of(""));
        assertThat(Objects.requireNonNull(made.subflow().outputs().get("pin")).secret()).isTrue();
        // The count goes on in each round.
        assertThat(made.subflow().start()).isEqualTo("take-the-values-over");
        assertThat(node(made.caller(), "ask-pin").field("inputs"))
                .isEqualTo(Json.obj("name", Json.of("name"), "triesBefore", Json.of("tries")));
        assertThat(node(made.caller(), "ask-pin").field("outputs"))
                .isEqualTo(Json.obj("pin", Json.of("pin"), "tries", Json.of("tries")));
    }

    @Test
    void theOnlyWayOutIsDone() throws ExtractionRefused {
        var made = extract("welcome");

        assertThat(made.subflow().exits()).containsExactly("done");
        assertThat(made.caller().start()).isEqualTo("ask-pin");
        assertThat(node(made.caller(), "ask-pin").target("done")).isEqualTo("count");
        assertThat(node(made.caller(), "ask-pin").field("results")).isNull();
    }

    @Test
    void whatCannotBeASubflowIsRefusedWithTheReason() {
        assertThatThrownBy(() -> extract("note")).hasMessageContaining("Select the nodes");
        assertThatThrownBy(() -> extract("count", "check")).hasMessageContaining("count").hasMessageContaining("check");
        assertThatThrownBy(() -> extract("end")).hasMessageContaining("“end”");
    }
}
