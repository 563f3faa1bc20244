package org.ivrea.engine.expression;

/// Types in the words of messages, and which stands in for which.
final class TypeNames {
    private TypeNames() {}

    /// As in "is a whole number".
    static String of(ValueType type) {
        return switch (type) {
            case INT -> "a whole number";
            case NUMBER -> "a number";
            case BOOL -> "true or false";
            case STRING -> "text";
            case LIST -> "a list";
            case MAP -> "a map";
            case TIME -> "a time";
            case ANY -> "anything";
        };
    }

    static String ofValue(Object value) {
        return value == Values.NULL ? "null" : of(Values.typeOf(value));
    }

    /// True when a result of the type may turn out to be what is expected.
    static boolean fits(ValueType actual, ValueType expected) {
        return actual == expected || actual == ValueType.ANY || expected == ValueType.ANY
                || actual == ValueType.INT && expected == ValueType.NUMBER;
    }

    static String mismatch(ValueType expected, String actual) {
        return "This must be " + of(expected) + ", but is " + actual + hint(expected, actual);
    }

    private static String hint(ValueType expected, String actual) {
        if (expected == ValueType.STRING && (actual.equals("a whole number") || actual.equals("a number"))) {
            return "; string(…) makes text of it";
        }
        if (expected == ValueType.INT && (actual.equals("a number") || actual.equals("text"))) {
            return "; int(…) makes a whole number of it";
        }
        if (expected == ValueType.NUMBER && actual.equals("text")) {
            return "; double(…) makes a number of it";
        }
        return "";
    }

    /// The value as the expected type.
    ///
    /// @throws EvaluationFailure when it is another one
    static Object checked(Object value, ValueType expected) {
        if (expected == ValueType.ANY) {
            return value;
        }
        ValueType actual = value == Values.NULL ? ValueType.ANY : Values.typeOf(value);
        if (actual == expected) {
            return value;
        }
        if (expected == ValueType.NUMBER && value instanceof Long number) {
            return number.doubleValue();
        }
        if (expected == ValueType.INT && value instanceof Double number && Values.isWhole(number)) {
            return number.longValue();
        }
        throw new EvaluationFailure(mismatch(expected, ofValue(value)));
    }
}
