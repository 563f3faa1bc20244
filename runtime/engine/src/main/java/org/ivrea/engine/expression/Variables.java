package org.ivrea.engine.expression;

import org.jspecify.annotations.Nullable;

/// The values that an expression may read: Long, Double, Boolean, String, List, Map, Instant or
/// [Values#NULL].
@FunctionalInterface
public interface Variables {

    /// @param name a variable's, or a dotted one such as `call.caller`
    /// @return `null` when it has no value
    @Nullable
    Object get(String name);
}
