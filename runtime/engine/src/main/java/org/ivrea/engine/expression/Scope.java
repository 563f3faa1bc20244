package org.ivrea.engine.expression;

/// What the expressions of one flow may refer to: its variables with their types, and what the engine provides.
public interface Scope {

    /// The compiled expression, or one with [problems][Expression#problems]: never throws.
    ///
    /// @param expected the type that the result must have; [ValueType#ANY] for any
    Expression expression(String source, ValueType expected);
}
