package org.ivrea.engine.expression;

/// Conversions between the values of expressions, text and JSON.
public final class Values {
    private Values() {}

    /// The value as a caller or a service would read it: `2.0` is `2`.
    public static String text(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return String.valueOf(value);
    }
}
