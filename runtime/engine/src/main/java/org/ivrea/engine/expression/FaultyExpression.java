package org.ivrea.engine.expression;

import java.util.List;
import java.util.Set;

/// An expression that cannot be evaluated.
record FaultyExpression(String source, List<ExpressionProblem> problems, ValueType type, Set<String> reads,
        boolean isSecret) implements Expression {

    FaultyExpression {
        problems = List.copyOf(problems);
        reads = Set.copyOf(reads);
    }

    @Override
    public Object evaluate(Variables variables) {
        throw new EvaluationFailure("The expression is faulty: " + problems.getFirst().message());
    }

    static EvaluationFailure noValue(String name) {
        return new EvaluationFailure("The variable \"" + name + "\" has no value yet");
    }
}
