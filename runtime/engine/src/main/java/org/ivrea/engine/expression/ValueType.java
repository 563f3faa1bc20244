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

    /// As in "is a whole number".
    public String words() {
        return TypeNames.of(this);
    }

    /// False when no value of the other type can become one of this type: see [Values#coerce].
    public boolean takes(ValueType other) {
        if (this == other || this == ANY || other == ANY) {
            return true;
        }
        return switch (this) {
            case INT -> other == NUMBER || other == STRING;
            case NUMBER -> other == INT || other == STRING;
            case BOOL, TIME -> other == STRING;
            case STRING -> other != LIST && other != MAP;
            case LIST, MAP, ANY -> false;
        };
    }

    /// @throws IllegalArgumentException when there is no such type
    public static ValueType of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
