package org.ivrea.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Checks as CEL's own checker does, and is as good as new after each expression.
final class TypeCheckerTest {
    private static final Map<String, ValueType> VARIABLES = Map.of("n", ValueType.INT, "x", ValueType.NUMBER, "s",
            ValueType.STRING, "b", ValueType.BOOL, "l", ValueType.LIST, "m", ValueType.MAP, "t", ValueType.TIME, "a",
            ValueType.ANY, "call.caller", ValueType.STRING);

    private static final List<String> EXPRESSIONS = List.of("n + 1", "n + x", "n < x && b", "s + 'a' == call.caller",
            "l.exists(e, e == n)", "l.map(e, e)", "m.key.inner", "m['key'] == null", "has(m.key)", "a ? 1 : 2",
            "b ? 1 : 2", "t + duration('1h') > t", "s.split(',').size()", "math.greatest(n, 3)", "[1, 2, 'a']",
            "{'a': 1, 'b': s}", "int(s) + 1", "string(n)", "type(n) == int", "size(l) > 0", "optional.of(n).orValue(2)",
            "m[?'key'].orValue('none')", "timestamp('2026-01-01T00:00:00Z').getFullYear()", "s.matches('a.*')",
            // What is wrong stands between what is right.
            "n + s", "gone", "gone(n)", "n.gone", "l.exists(1, true)", "1 +", "gone == 1", "b && n", "s.gone()", "gone",
            "google.protobuf.Duration{}", "google.protobuf.Duration{seconds: 1} == duration('1s')");

    @Test
    void agreesWithCelOnEachExpressionInWhateverOrder() throws CelValidationException {
        CelCompiler cel = CelLanguage.compiler(VARIABLES);
        var checker = new TypeChecker(cel);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < EXPRESSIONS.size(); i++) {
                String source = EXPRESSIONS.get((i * (2 * round + 1)) % EXPRESSIONS.size());
                agrees(source, checker.compile(source), cel.compile(source));
            }
        }
    }

    @Test
    void agreesWhereAVariableHasTheNameOfAType() throws CelValidationException {
        CelCompiler cel = CelLanguage.compiler(Map.of("int", ValueType.STRING, "list", ValueType.INT));
        var checker = new TypeChecker(cel);
        for (String source : List.of("int + 'a'", "list + 1", "type(list) == int", "int('1')")) {
            agrees(source, checker.compile(source), cel.compile(source));
        }
    }

    private static void agrees(String source, CelValidationResult ours, CelValidationResult cel)
            throws CelValidationException {
        assertThat(ours.getErrorString()).as(source).isEqualTo(cel.getErrorString());
        if (!cel.hasError()) {
            CelAbstractSyntaxTree tree = ours.getAst();
            assertThat(tree.getResultType()).as(source).isEqualTo(cel.getAst().getResultType());
            assertThat(tree.getTypeMap()).as(source).isEqualTo(cel.getAst().getTypeMap());
            assertThat(tree.getReferenceMap()).as(source).isEqualTo(cel.getAst().getReferenceMap());
            assertThat(tree.getExpr()).as(source).isEqualTo(cel.getAst().getExpr());
        }
    }
}
