package org.ivrea.engine.expression;

/// What a scope knows of a flow's variable.
///
/// @param secret true when its value must never appear in a trace
public record VariableSpec(ValueType type, boolean secret) {
    public static VariableSpec of(ValueType type) {
        return new VariableSpec(type, false);
    }
}
