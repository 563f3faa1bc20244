package org.ivrea.engine.expression;

import java.util.Locale;

/// The type of a variable or of an expression's result.
public enum ValueType {
    /// Whole number of 64 bits (`Long`).
    INT,
    /// Floating point number (`Double`).
    NUMBER, BOOL, STRING,
    /// `List` of any values.
    LIST,
    /// `Map` from text to any values.
    MAP,
    /// A moment (`java.time.Instant`).
    TIME,
    /// Anything.
    ANY;

    /// The name in flow files.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when there is no such type
    public static ValueType of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
