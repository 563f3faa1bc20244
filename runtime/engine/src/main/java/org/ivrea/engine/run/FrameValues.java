package org.ivrea.engine.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.expression.ValueSize;
import org.ivrea.engine.expression.Values;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/// The variables of one flow while a call is in it.
final class FrameValues implements Variables {
    private final CallRun run;
    private final CompiledFlow flow;
    private final Map<String, Object> values;
    private final Set<String> assigned = new HashSet<>();

    FrameValues(CallRun run, CompiledFlow flow) {
        this.run = run;
        this.flow = flow;
        this.values = new HashMap<>(flow.initial());
    }

    /// Takes over the values of the inputs.
    ///
    /// @throws NodeFailure when one is missing or does not fit
    void take(Map<String, Object> inputs) {
        for (String input : flow.document().inputs().keySet()) {
            Object value = inputs.get(input);
            if (value != null) {
                set(input, value);
            } else if (!values.containsKey(input)) {
                throw new NodeFailure("input-missing", "The flow \"" + flow.name() + "\" needs its input \"" + input
                        + "\"; hand it over, or give it an initial value");
            }
        }
        assigned.clear();
    }

    /// The outputs that have a value.
    Map<String, Object> outputs() {
        Map<String, Object> outputs = new HashMap<>();
        for (String output : flow.document().outputs().keySet()) {
            Object value = values.get(output);
            if (value != null) {
                outputs.put(output, value);
            }
        }
        return outputs;
    }

    /// The outputs that were set since the flow began: neither initial values nor those of inputs.
    Map<String, Object> assignedOutputs() {
        Map<String, Object> outputs = outputs();
        outputs.keySet().retainAll(assigned);
        return outputs;
    }

    Map<String, Object> all() {
        return Map.copyOf(values);
    }

    @Override
    public @Nullable Object get(String name) {
        Object value = values.get(name);
        return value == null ? run.engineValue(name) : value;
    }

    /// @throws NodeFailure when there is no such variable, or the value is not of its type or too large
    void set(String name, Object value) {
        VariableSpec spec = flow.variables().get(name);
        if (spec == null) {
            throw new NodeFailure("no-variable", "The flow declares no variable \"" + name + "\"");
        }
        try {
            Object fitting = Values.coerce(value, spec.type());
            ValueSize.check(fitting);
            values.put(name, fitting);
            assigned.add(name);
            run.trace(new TraceEvent.VariableSet(flow.name(), name,
                    spec.secret() ? Template.MASK : Values.text(fitting)));
        } catch (IllegalArgumentException e) {
            throw new NodeFailure("variable-type", "The value does not fit the variable \"" + name + "\": "
                    + e.getMessage());
        }
    }

    /// A value as reasons and traces show it.
    String shown(String variable) {
        Object value = get(variable);
        VariableSpec spec = flow.variables().get(variable);
        if (value == null) {
            return "not set";
        }
        if (spec != null && spec.secret()) {
            return Template.MASK;
        }
        // Replies of services may be large, and reasons are made at every decision.
        return switch (value) {
            case List<?> list -> "a list of " + list.size();
            case Map<?, ?> map -> "a map of " + map.size();
            default -> Values.source(value);
        };
    }
}
