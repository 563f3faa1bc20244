package org.ivrea.engine.expression;

import dev.cel.runtime.CelEvaluationException;

/// Says why an evaluation failed, in the words of authors. CEL's own messages may hold values, secrets among them, so
/// none is passed on.
final class FailureWording {
    private static final int DEEPEST_CAUSE = 20;

    private FailureWording() {}

    static EvaluationFailure of(CelEvaluationException failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof EvaluationFailure known) {
                return known;
            }
            cause = cause.getCause();
        }
        return new EvaluationFailure(switch (failure.getErrorCode()) {
            case ATTRIBUTE_NOT_FOUND -> "A member that the expression reads is not there; has(…) tells whether it is";
            case INDEX_OUT_OF_BOUNDS -> "The expression reads past the end of a list or text; size(…) tells its length";
            case DIVIDE_BY_ZERO -> "The expression divides by zero";
            case DUPLICATE_ATTRIBUTE -> "The expression makes a map with the same key twice";
            case NUMERIC_OVERFLOW -> "A number becomes too large for a whole number of 64 bits";
            case ITERATION_BUDGET_EXCEEDED -> "The expression goes through more than the "
                    + CelLanguage.MOST_ITERATIONS + " list items allowed";
            case BAD_FORMAT -> "A text does not read as what the expression makes of it";
            case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD, TYPE_NOT_FOUND ->
                "An operation of the expression does not fit the kinds of values it gets";
            case INVALID_ARGUMENT, INTERNAL_ERROR -> "A function of the expression refuses the value it gets";
        });
    }
}
