package org.ivrea.engine.expression;

import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelRuntimeException;

/// Carries the message of an [EvaluationFailure] out of CEL.
final class Refused extends CelRuntimeException {
    private final String why;

    Refused(String why) {
        super(new EvaluationFailure(why), CelErrorCode.INVALID_ARGUMENT);
        this.why = why;
    }

    String why() {
        return why;
    }

    /// Its trace would cost more than the evaluation did.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
