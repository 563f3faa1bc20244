package org.ivrea.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.CelScope;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

final class NodeReferenceTest {
    static List<NodeSpec> specs() {
        return Rehearsal.REGISTRY.specs();
    }

    @Test
    void namesEveryTypeFieldAndExit() {
        String page = NodeReference.markdown(Rehearsal.REGISTRY);

        assertThat(specs()).hasSizeGreaterThanOrEqualTo(30).allSatisfy(spec -> {
            assertThat(page).contains("\n## " + spec.label() + "\n").contains("`" + spec.name() + "` · ");
            assertThat(spec.fields()).allSatisfy(field -> assertThat(page).contains("| `" + field.name() + "`"));
        });
        assertThat(page).contains("| `interrupted` | A key stopped the prompt. |")
                .contains("| each `choices[].exit` | the name is yours |");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyExampleDecodes(NodeSpec spec) {
        NodeDocument example = NodeDocument.of(spec.name());
        for (var field : NodeExample.of(spec).members().entrySet()) {
            example = example.withField(field.getKey(), field.getValue());
        }
        List<Problem> problems = new ArrayList<>();
        NodeDecoder.decode(example, spec, CelScope.of(Map.of()), JsonPointer.ROOT, problems::add);

        assertThat(problems.stream().map(Problem::toString)).isEmpty();
    }
}
