package org.ivrea.engine.expression;

import java.util.List;
import java.util.Set;

/// A CEL expression, compiled once. Immutable; threads may share it.
public interface Expression {

    String source();

    /// What is wrong with it; empty when it can be evaluated.
    List<ExpressionProblem> problems();

    /// The type of its result; [ValueType#ANY] when only evaluation can tell.
    ValueType type();

    /// The flow's variables that it reads, without those the engine provides (`call.…`, `error.…`).
    Set<String> reads();

    /// True when its result may contain a secret.
    boolean isSecret();

    /// The value.
    ///
    /// @return Long, Double, Boolean, String, List, Map, Instant or [Values#NULL]
    /// @throws EvaluationFailure when it has no value, or costs more than it may
    Object evaluate(Variables variables);
}
