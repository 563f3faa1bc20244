package org.ivrea.engine.spec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ivrea.engine.expression.CelScope;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class NodeDecoderTest {
    private static final CelScope SCOPE = CelScope.of(Map.of("n", new VariableSpec(ValueType.INT, false)));

    private static Json json(String text) {
        return Objects.requireNonNull(
                JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT).value());
    }

    /// Each problem as `pointer: message`.
    static List<String> problems(String type, String fields) {
        NodeSpec spec = Objects.requireNonNull(Rehearsal.REGISTRY.spec(type));
        NodeDocument document = NodeDocument.of(type);
        for (var field : ((Json.Obj) json("{" + fields.replace('\'', '"') + "}")).members().entrySet()) {
            document = document.withField(field.getKey(), field.getValue());
        }
        List<Problem> problems = new ArrayList<>();
        NodeDecoder.decode(document, spec, SCOPE, JsonPointer.ROOT, problems::add);
        return problems.stream().map(problem -> problem.pointer() + ": " + problem.message()).toList();
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "wait     | 'ms': 'long'              | /ms: \"ms\" must be a whole number, but is a string",
            "wait     | 'ms': 1.5                 | /ms: \"ms\" must be a whole number",
            "wait     | 'ms': 0                   | /ms: \"ms\" must be 1 to 3600000 ms, but is 0",
            "wait     | 'ms': 1e400               | /ms: \"ms\" must be 1 to 3600000 ms",
            "wait     | 'interruptKeys': '1x'     | /interruptKeys: \"interruptKeys\" may hold telephone keys only",
            "play     |                           | /prompt: \"prompt\" is missing",
            "play     | 'prompt': 'Hello'         | /prompt: \"prompt\" must be an array of texts, recordings and values to say",
            "play     | 'prompt': []              | /prompt: \"prompt\" is empty: give something to hear",
            "play     | 'prompt': [ {} ]          | /prompt/0: A prompt item is an object with",
            "play     | 'prompt': [ 7 ]           | /prompt/0: A prompt item is an object with",
            "play     | 'prompt': [ { 'say': 'nummber', 'value': '1' } ] | /prompt/0/say: \"say\" must be one of",
            "play     | 'prompt': [ { 'say': 'number' } ] | /prompt/0/value: \"value\" is missing",
            "play     | 'prompt': [ { 'say': 'money', 'value': '1' } ] | /prompt/0/currency: \"currency\" is missing",
            "play     | 'prompt': [ { 'toneHz': 440 } ] | /prompt/0/ms: \"ms\" is missing",
            "play     | 'prompt': [ { 'silenceMs': -1 } ] | /prompt/0/silenceMs: \"silenceMs\" must be a whole number",
            "play     | 'prompt': [ { 'text': '${n +}' } ] | /prompt/0/text: Column ",
            "play     | 'prompt': [ { 'text': { 'e n': 'x' } } ] | /prompt/0/text/e n: The name \"e n\" must be a language",
            "play     | 'prompt': [ { 'text': 'x' } ], 'bargeIn': 'allkeys' | /bargeIn: \"bargeIn\" must be one of",
            "decision | 'cases': []               | /cases: \"cases\" must have 1 to 200 items, but has 0",
            "decision | 'cases': {}               | /cases: \"cases\" must be an array, but is an object",
            "decision | 'cases': [ 1 ]            | /cases/0: \"cases\" must be an object",
            "decision | 'cases': [ { 'exit': 'a' } ] | /cases/0/when: \"when\" is missing",
            "decision | 'cases': [ { 'when': 'n', 'exit': 'a' } ] | /cases/0/when: Column 1",
            "decision | 'cases': [ { 'when': true, 'exit': 'a' } ] | /cases/0/when: \"when\" must be a string with an",
            "decision | 'cases': [ { 'when': 'true', 'exit': 'a b' } ] | /cases/0/exit: \"exit\" must be an exit's name",
            "set      | 'assignments': [ { 'variable': '1a', 'value': '1' } ] | /assignments/0/variable: \"1a\" cannot be",
            "subflow  | 'flow': 'Main Menu'       | /flow: \"Main Menu\" cannot be a flow's name",
            "subflow  | 'flow': 'a', 'inputs': [] | /inputs: \"inputs\" must be an object",
            "hours    | 'timeZone': 'Berlin'      | /timeZone: \"timeZone\" must be a time zone",
            "collect  | 'variable': 'n', 'pattern': '[' | /pattern: \"pattern\" is no regular expression",
            "log      | 'text': ''                | /text: \"text\" is empty: fill it in"})
    void saysWhatIsWrongWhereAndWhatToDo(String type, String fields, String problem) {
        assertThat(problems(type, fields == null ? "" : fields))
                .anySatisfy(found -> assertThat(found).startsWith(problem));
    }

    @Test
    void offersTheNearestOfSeveralChoices() {
        assertThat(problems("play", "'prompt': [ { 'text': 'x' } ], 'bargeIn': 'allkeys'").getFirst())
                .endsWith("did you mean \"allKeys\"?");
    }

    @Test
    void nothingIsMissingInAFreshNodeButWhatItsAuthorMustSay() {
        assertThat(problems("wait", "")).isEmpty();
        assertThat(problems("menu", "'choices': null")).isEmpty();
    }

    @Nested
    final class FaultyTypes {
        @NodeInfo(name = "bare", label = "Bare", group = NodeGroup.TALK, icon = "x", help = "Lacks an annotation.")
        record Bare(int times) implements Node {
            @Override
            public List<Exit> exits() {
                return List.of();
            }

            @Override
            public Next run(NodeRun run) {
                return Next.End.END;
            }
        }

        @NodeInfo(name = "odd", label = "Odd", group = NodeGroup.TALK, icon = "x", help = "Has an odd component.")
        record Odd(@Field(label = "Thread") Thread thread) implements Node {
            @Override
            public List<Exit> exits() {
                return List.of();
            }

            @Override
            public Next run(NodeRun run) {
                return Next.End.END;
            }
        }

        record NoNode(int times) {}

        static final class BareType extends NodeType {
            BareType() {
                super(Bare.class);
            }
        }

        static final class OddType extends NodeType {
            OddType() {
                super(Odd.class);
            }
        }

        @Test
        void areRefusedByName() {
            assertThatThrownBy(() -> NodeRegistry.of(List.of(new BareType())))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Bare.times lacks @Field");
            assertThatThrownBy(() -> NodeRegistry.of(List.of(new OddType())))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Odd.thread: a field cannot be");
            assertThatThrownBy(() -> new NodeType(NoNode.class) {
            })
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is no node type");
        }

        @Test
        void mayNotShareAName() {
            NodeType known = new org.ivrea.engine.example.PlayTone.Type();
            assertThatThrownBy(() -> NodeRegistry.of(List.of(known, known)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"tone\" is there twice");
        }
    }
}
