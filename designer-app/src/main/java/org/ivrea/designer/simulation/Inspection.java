package org.ivrea.designer.simulation;

import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.Values;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.run.RunningFlow;
import org.jspecify.annotations.Nullable;

/// Looks into a call that stands, and changes it. Used by the call's thread.
final class Inspection {
    private static final String NO_CALL = "There is no call; start one first";

    private Inspection() {}

    /// The expression's value in the scope of the innermost flow; secrets are masked.
    static Evaluation evaluate(@Nullable RunningFlow flow, String source) {
        if (flow == null) {
            return Evaluation.failed(NO_CALL);
        }
        Expression expression = flow.flow().scope().expression(source, ValueType.ANY);
        if (!expression.problems().isEmpty()) {
            return Evaluation.failed(expression.problems().getFirst().message());
        }
        try {
            Object value = expression.evaluate(flow);
            return Evaluation.of(expression.isSecret() ? Template.MASK : Values.source(value));
        } catch (EvaluationFailure e) {
            return Evaluation.failed(String.valueOf(e.getMessage()));
        }
    }

    /// Gives a variable the value that the person wrote: plain text where it is a text, JSON where it is a list or map.
    static Evaluation assign(LiveRun run, int depth, String variable, String text) {
        RunningFlow flow = run.debugger().current();
        while (flow != null && flow.depth() != depth) {
            flow = flow.caller();
        }
        if (flow == null) {
            return Evaluation.failed(NO_CALL);
        }
        VariableSpec spec = flow.flow().variables().get(variable);
        if (spec == null) {
            return Evaluation.failed("The flow \"" + flow.flow().name() + "\" has no variable \"" + variable + "\"");
        }
        try {
            run.assign(new CallLog.Input.Assign(depth, variable, value(text, spec.type())));
            return Evaluation.of(variable);
        } catch (NodeFailure | IllegalArgumentException e) {
            return Evaluation.failed(String.valueOf(e.getMessage()));
        }
    }

    private static Object value(String text, ValueType type) {
        return switch (type) {
            case STRING -> text;
            case LIST, MAP, ANY -> Values.parseJson(text);
            case INT, NUMBER, BOOL, TIME -> Values.coerce(text, type);
        };
    }
}
