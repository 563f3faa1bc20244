package org.ivrea.engine.pattern;

import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Regular expressions that would take all memory to compile, wherever a flow or a call script may hold one.
final class HostilePatternsTest {
    private static List<Problem> check(String menu) {
        String json = """
                { "formatVersion": 1, "name": "Main", "start": "ask", "nodes": {
                  "ask": { "type": "menu", "prompt": [ { "text": "Number?" } ], %s },
                  "bye": { "type": "hangup" } } }
                """.formatted(menu);
        var flows = new TreeMap<String, FlowDocument>();
        flows.put("main", Objects.requireNonNull(new FlowCodec(Rehearsal.REGISTRY, JsonLimits.DEFAULT)
                .read(json.getBytes(StandardCharsets.UTF_8), "flows/main.flow.json").value()));
        return CompiledProject.compile(Project.of(ProjectDocument.empty("Test"), flows), Rehearsal.REGISTRY).problems();
    }

    private static String choices(List<String> patterns) {
        return "\"choices\": [ " + patterns.stream()
                .map(pattern -> "{ \"pattern\": \"" + pattern + "\", \"exit\": \"one\" }")
                .collect(Collectors.joining(", ")) + " ]";
    }

    @ParameterizedTest
    @ValueSource(strings = {"((((1{100}){100}){100}){100})", "((((((((1{10}){10}){10}){10}){10}){10}){10}){10})",
            "((1{1000,}){1000,}){1000,}", "(1|(2{900}){900}){900}", "(1{0,1000}){0,1000}"})
    void areRefusedInFlowsAndScripts(String pattern) {
        assertThatThrownBy(() -> BoundedPattern.compile(pattern)).isInstanceOf(PatternSyntaxException.class);
        assertThat(check(choices(List.of(pattern)))).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("field-value");
            assertThat(problem.message()).contains(BoundedPattern.TOO_LARGE);
        });
        assertThat(check("\"choices\": [], \"directDial\": { \"variable\": \"x\", \"allow\": \"" + pattern + "\" }"))
                .anyMatch(problem -> problem.message().contains(BoundedPattern.TOO_LARGE));
        assertThat(CallScriptParser.parse("x.call", "hear /" + pattern + "/\n").problems())
                .anyMatch(problem -> problem.message().contains(BoundedPattern.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0-9]{6}", "(1|2){3}[0-9]{2,4}", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "(a+)+$", "1{1000}"})
    void areNotTakenForOnesThatAreFine(String pattern) {
        assertThat(BoundedPattern.compile(pattern).programSize()).isLessThan((int) BoundedPattern.size(pattern) + 50);
    }

    /// Two hundred choices are twenty thousand pairs, each of which would be tried with thousands of inputs.
    @Test
    void manyPatternsInOneMenuAreCompared() {
        List<Problem> problems = check(choices(IntStream.range(0, 200)
                .mapToObj(i -> "((0|1|2|3|4|5|6|7|8|9|" + i + "){2}){1,9}").toList()));
        assertThat(problems).anyMatch(problem -> problem.code().equals("overlapping-pattern"))
                .noneMatch(Problem::isError);
    }
}
