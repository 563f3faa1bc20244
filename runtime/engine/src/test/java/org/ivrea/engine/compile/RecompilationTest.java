package org.ivrea.engine.compile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// After an edit, what was compiled before is used again, and the result is what compiling it all gives.
final class RecompilationTest {
    private static final FlowDocument FLOW = read("""
            { "formatVersion": 1, "name": "Main", "start": "set", "variables": {
                "n": { "type": "int", "initial": 1 }, "pin": { "type": "string", "initial": "" } },
              "nodes": {
                "set": { "type": "set", "assignments": [ { "variable": "n", "value": "n + 1" } ],
                  "exits": { "next": "say" } },
                "say": { "type": "play", "prompt": [ { "text": "${pin} ${n}" } ], "exits": { "next": "bye" } },
                "odd": { "type": "play", "prompt": [ { "text": "${gone}" } ], "exits": { "next": "nowhere" } },
                "bye": { "type": "hangup" } } }
            """);
    private static final Project PROJECT = project(FLOW);
    private static final CompiledProject COMPILED = CompiledProject.compile(PROJECT, Rehearsal.REGISTRY);

    private static FlowDocument read(String json) {
        return Objects.requireNonNull(new FlowCodec(Rehearsal.REGISTRY, JsonLimits.DEFAULT)
                .read(json.getBytes(StandardCharsets.UTF_8), "flows/main.flow.json").value());
    }

    private static Project project(FlowDocument flow) {
        var flows = new TreeMap<String, FlowDocument>();
        flows.put("main", flow);
        return Project.of(ProjectDocument.empty("Test").withMain("main"), flows);
    }

    private static CompiledProject after(UnaryOperator<FlowDocument> edit) {
        Project edited = PROJECT.withFlow("main", edit.apply(FLOW));
        CompiledProject again = COMPILED.recompiled(edited, "main");
        CompiledProject afresh = CompiledProject.compile(edited, Rehearsal.REGISTRY);
        assertThat(describe(again)).isEqualTo(describe(afresh));
        return again;
    }

    /// All that can be seen of a compiled project.
    private static List<String> describe(CompiledProject project) {
        CompiledFlow flow = main(project);
        var lines = new ArrayList<>(project.problems().stream().map(Problem::toString).toList());
        lines.add(flow.variables() + " " + flow.initial() + " " + flow.ids() + flow.start() + flow.runnable());
        for (CompiledNode node : flow.nodes()) {
            lines.add(node.id() + node.index() + node.document() + node.exits() + node.target(Exit.NEXT.name())
                    + Objects.requireNonNull(node.contents()).expressions().stream()
                            .map(found -> found.value().source() + found.value().isSecret()).toList());
        }
        return lines;
    }

    private static CompiledFlow main(CompiledProject project) {
        return Objects.requireNonNull(project.flow("main"));
    }

    private static Object node(CompiledProject project, String id) {
        return Objects.requireNonNull(Objects.requireNonNull(main(project).node(id)).node());
    }

    @Test
    void nodesThatHaveNotChangedAreTakenOver() {
        CompiledProject edited = after(flow -> flow.withNode("say", node -> node.withField("prompt",
                Json.arr(Json.obj("text", Json.of("Hello"))))));
        assertThat(node(edited, "set")).isSameAs(node(COMPILED, "set"));
        assertThat(node(edited, "say")).isNotEqualTo(node(COMPILED, "say"));
    }

    @Test
    void problemsOfNodesThatHaveNotChangedAreKept() {
        assertThat(after(flow -> flow.withLabel("say", "Say it")).problems()).extracting(Problem::code)
                .containsExactlyInAnyOrder("expression", "exit-dangling");
    }

    @Test
    void newAndRemovedNodesMoveTheOthersOnly() {
        CompiledProject edited = after(flow -> flow.withoutNode("bye").withNode("a-wait", NodeDocument.of("wait")));
        assertThat(node(edited, "set")).isSameAs(node(COMPILED, "set"));
        assertThat(Objects.requireNonNull(main(edited).node("say")).target("next")).isEqualTo(CompiledNode.NOWHERE);
    }

    @Test
    void anotherTypeOfAVariableCompilesAllAgain() {
        CompiledProject edited = after(flow -> flow.withVariable("n", VariableDeclaration.of("string")));
        assertThat(edited.problems()).filteredOn(problem -> "set".equals(problem.nodeId())).isNotEmpty();
    }

    @Test
    void anotherInitialValueCompilesNothingAgain() {
        CompiledProject edited = after(flow -> flow.withVariable("n",
                VariableDeclaration.of("int").withInitial(Json.of(7))));
        assertThat(main(edited).initial()).containsEntry("n", 7L);
        assertThat(node(edited, "set")).isSameAs(node(COMPILED, "set"));
    }

    @Test
    void aVariableThatBecomesSecretIsMaskedWhereItIsSaid() {
        after(flow -> flow.withVariable("pin", VariableDeclaration.of("string").withSecret(true)));
        UnaryOperator<FlowDocument> receives = flow -> flow
                .withVariable("pin", VariableDeclaration.of("string").withSecret(true))
                .withNode("set", node -> node.withField("assignments", Json.arr(Json.obj("variable", Json.of("n"),
                        "value", Json.of("int(pin)")))));
        CompiledProject edited = after(receives);
        assertThat(Objects.requireNonNull(main(edited).variables().get("n")).secret()).isTrue();
        // And back again.
        CompiledProject back = edited.recompiled(PROJECT, "main");
        assertThat(describe(back)).isEqualTo(describe(COMPILED));
    }

    @Test
    void aFlowThatIsGoneIsGone() {
        assertThat(COMPILED.recompiled(PROJECT.withoutFlow("main"), "main").flows()).isEmpty();
    }
}
