package org.ivrea.engine.expression;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class ExpressionPropertiesTest {
    private static final List<String> PIECES = List.of("attempts", "customer", "items", "reply", "call.", "caller", "x",
            "(", ")", "[", "]", "{", "}", "'", "\"", "\\", "+", "-", "*", "/", "%", "==", "!=", "<", "&&", "||", "!",
            "?", ":", ",", ".", ".?", "1", "0", "2.5", "9999999999", "u", "b", "r", "in", "has(", "size(", ".map(x,",
            ".exists(x, ", ".all(", ".matches('", ".replace(", ".split(", ".join()", "int(", "string(", "timestamp(",
            "duration(", "dyn(", "type(", "null", "true", " ", "\n", "//", "😀", "\u0000", "ä", "math.greatest(",
            "optional.of(", ".orValue(", "=", "&", "|", "`", "$", "#", "@");

    @Property(tries = 300)
    void anyTextEitherHasProblemsOrIsEvaluated(@ForAll String source) {
        assertCompilesOrSaysWhy(source);
    }

    @Property(tries = 3_000)
    void anyMixOfPiecesEitherHasProblemsOrIsEvaluated(@ForAll("mixes") String source) {
        assertCompilesOrSaysWhy(source);
    }

    @Provide
    Arbitrary<String> mixes() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }

    private static void assertCompilesOrSaysWhy(String source) {
        CelScope scope = CelScope.of(TestScope.SCOPE_VARIABLES);
        for (ValueType expected : List.of(ValueType.ANY, ValueType.BOOL)) {
            Expression expression = scope.expression(source, expected);
            for (ExpressionProblem problem : expression.problems()) {
                assertThat(problem.offset()).isBetween(0, source.length());
                assertThat(problem.message()).isNotBlank().doesNotContain("CelSource", "dev.cel", "Exception");
            }
            try {
                Object value = expression.evaluate(TestScope.VALUES::get);
                assertThat(expression.problems()).isEmpty();
                assertThat(Values.toJson(value)).isNotNull();
                assertThat(expected == ValueType.BOOL && !(value instanceof Boolean)).isFalse();
            } catch (EvaluationFailure failure) {
                assertThat(failure.getMessage()).isNotBlank().doesNotContain("dev.cel", "Exception");
            }
        }
    }
}
