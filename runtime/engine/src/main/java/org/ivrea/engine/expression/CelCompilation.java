package org.ivrea.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Set;

/// Makes an expression of a source text.
final class CelCompilation {
    private final String source;
    private final ValueType expected;
    private final CelScope scope;

    private CelCompilation(String source, ValueType expected, CelScope scope) {
        this.source = source;
        this.expected = expected;
        this.scope = scope;
    }

    static Expression compile(String source, ValueType expected, CelScope scope) {
        return new CelCompilation(source, expected, scope).compile();
    }

    private Expression compile() {
        if (source.isBlank()) {
            return faulty("The expression is empty");
        }
        if (source.length() > 2 * CelLanguage.LONGEST_SOURCE) {
            return faulty(ProblemWording.TOO_LONG);
        }
        try {
            CelValidationResult checked = CelLanguage.check(source, scope.types());
            if (checked.hasError()) {
                return faulty(new ProblemWording(source, scope).of(checked.getErrors()), ValueType.ANY, Set.of());
            }
            return typed(checked.getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            return faulty("The expression cannot be used: " + e.getMessage());
        } catch (IllegalArgumentException _) {
            // CEL's macros throw for some broken arguments instead of reporting them.
            return faulty("The expression cannot be understood; simplify it");
        }
    }

    private Expression typed(CelAbstractSyntaxTree ast) throws CelEvaluationException {
        Set<String> reads = VariableReads.of(ast, scope);
        CelType celType = ast.getResultType();
        ValueType type = CelValues.type(celType);
        if (type == null) {
            return faulty(List.of(new ExpressionProblem(0, ProblemWording.noResult(celType))), ValueType.ANY, reads);
        }
        if (!TypeNames.fits(type, expected)) {
            var mismatch = new ExpressionProblem(0, TypeNames.mismatch(expected, TypeNames.of(type)));
            return faulty(List.of(mismatch), type, reads);
        }
        ValueType result = expected == ValueType.ANY ? type : expected;
        return new CelExpression(source, result, reads, isSecret(reads), CelLanguage.program(ast), scope);
    }

    private boolean isSecret(Set<String> reads) {
        return reads.stream().anyMatch(scope::isSecret);
    }

    private Expression faulty(String message) {
        return faulty(List.of(new ExpressionProblem(0, message)), ValueType.ANY, Set.of());
    }

    private Expression faulty(List<ExpressionProblem> problems, ValueType type, Set<String> reads) {
        return new FaultyExpression(source, problems, type, reads, isSecret(reads));
    }
}
