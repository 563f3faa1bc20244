package org.ivrea.designer.workspace;

import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VariableRenameTest {
    private final FlowDocument flow = FlowDocument.empty("Test")
            .withVariable("n", VariableDeclaration.of("int")).withVariable("name", VariableDeclaration.of("string"))
            .withNode("set", NodeDocument.of("set").withField("assignments", Json.arr(
                    Json.obj("variable", Json.of("n"), "value", Json.of("n + 1")))))
            .withNode("say", NodeDocument.of("play").withField("prompt", Json.arr(
                    Json.obj("text", Json.of("n is ${n}")))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            n + 1                    | total + 1
            n > 0 && name == 'n'     | total > 0 && name == 'n'
            call.n + n               | call.n + total
            n(3) + n                 | n(3) + total
            "n \\" n" + string(n)    | "n \\" n" + string(total)
            {'n': n}.n               | {'n': total}.n
            number                   | number
            """)
    void onlyTheVariableIsRenamedInAnExpression(String expression, String renamed) {
        assertThat(new VariableNames("n", "total").inExpression(expression)).isEqualTo(renamed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            n is ${n}                | n is ${total}
            ${'}' + n} n             | ${'}' + total} n
            ${{'a': n}.a}            | ${{'a': total}.a}
            $${n} and ${n}           | $${n} and ${total}
            broken ${n               | broken ${n
            """)
    void onlyExpressionsInTextsAreChanged(String text, String renamed) {
        assertThat(new VariableNames("n", "total").inTemplate(text)).isEqualTo(renamed);
    }

    @Test
    void declarationFieldsAndTextsFollow() {
        FlowDocument renamed = VariableRename.edit(flow, "n", "total", TestProject.REGISTRY).change().apply(flow);
        assertThat(renamed.variables().sequencedKeySet()).containsExactly("total", "name");
        assertThat(String.valueOf(renamed.node("set"))).contains("\"variable\":\"total\",\"value\":\"total + 1\"");
        assertThat(String.valueOf(renamed.node("say"))).contains("n is ${total}");
    }

    @Test
    void aTakenOrImpossibleNameIsRefused() {
        assertThat(VariableRename.objectionTo(flow, "name")).get().asString().contains("already");
        assertThat(VariableRename.objectionTo(flow, "my name")).get().asString().contains("my name");
        assertThat(VariableRename.objectionTo(flow, "total")).isEmpty();
    }
}
