package org.ivrea.freeswitch.real;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips a class of real calls, and says why, where there is no FreeSWITCH.
public final class NeedsFreeSwitch implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String missing = Installation.find().missing();
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("FreeSWITCH is there")
                : ConditionEvaluationResult.disabled(missing);
    }
}
