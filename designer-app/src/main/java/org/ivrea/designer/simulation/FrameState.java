package org.ivrea.designer.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.Values;
import org.ivrea.engine.run.RunningFlow;
import org.jspecify.annotations.Nullable;

/// A flow that a call is in, as it is at one moment.
///
/// @param depth 0 for the flow that answered
public record FrameState(String flow, String node, int depth, List<Variable> variables) {

    /// @param value as an expression would write it, secrets masked; `null` when it has none
    public record Variable(String name, ValueType type, boolean secret, @Nullable String value) {}

    public FrameState {
        variables = List.copyOf(variables);
    }

    /// The flows that the call is in, the one that answered first.
    static List<FrameState> stack(@Nullable RunningFlow innermost) {
        List<FrameState> stack = new ArrayList<>();
        for (RunningFlow flow = innermost; flow != null; flow = flow.caller()) {
            stack.addFirst(of(flow));
        }
        return stack;
    }

    private static FrameState of(RunningFlow running) {
        Map<String, Object> values = running.values();
        List<Variable> variables = new ArrayList<>();
        running.flow().variables().forEach((name, spec) -> {
            Object value = values.get(name);
            String shown = value == null ? null : spec.secret() ? Template.MASK : Values.source(value);
            variables.add(new Variable(name, spec.type(), spec.secret(), shown));
        });
        variables.sort(java.util.Comparator.comparing(Variable::name));
        return new FrameState(running.flow().name(), running.nodeId(), running.depth(), variables);
    }
}
