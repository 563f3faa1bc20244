package org.ivrea.engine.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Set;

/// An expression that CEL evaluates.
record CelExpression(String source, ValueType type, Set<String> reads, boolean isSecret, CelRuntime.Program program,
        CelScope scope) implements Expression {

    @Override
    public List<ExpressionProblem> problems() {
        return List.of();
    }

    @Override
    public Object evaluate(Variables variables) {
        var meter = new Meter(scope, variables);
        Object result = ScopedValue.where(Meter.CURRENT, meter).call(() -> result(meter));
        ValueSize.check(result);
        return TypeNames.checked(CelValues.fromCel(result), type);
    }

    private Object result(Meter meter) {
        try {
            return program.trace(meter, meter);
        } catch (CelEvaluationException failure) {
            throw FailureWording.of(failure, source);
        }
    }
}
