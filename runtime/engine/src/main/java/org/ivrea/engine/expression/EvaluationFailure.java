package org.ivrea.engine.expression;

/// An expression that could not be evaluated: a variable without a value, a missing map key, a division by zero, a
/// budget used up. The node takes its `error` exit.
public final class EvaluationFailure extends RuntimeException {
    public EvaluationFailure(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
