package org.ivrea.engine.expression;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Expressions that are a constant or a variable's name and nothing else: most of them.
final class PlainExpression {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}\\.[0-9]{1,18}");
    /// A string without escapes.
    private static final Pattern STRING = Pattern.compile("'([^'\\\\\r\n]*+)'|\"([^\"\\\\\r\n]*+)\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}(\\.[A-Za-z]{1,20})?");
    private static final int LONGEST = 1_000;

    private PlainExpression() {}

    /// @return `null` when the source is neither a constant nor a known name
    static @Nullable Expression of(String source, ValueType expected, CelScope scope) {
        if (source.length() > LONGEST) {
            return null;
        }
        String plain = source.strip();
        Object constant = constant(plain);
        if (constant != null) {
            return constant(source, constant, expected);
        }
        ValueType type = NAME.matcher(plain).matches() ? scope.type(plain) : null;
        return type == null ? null : variable(source, plain, type, expected, scope);
    }

    private static @Nullable Object constant(String source) {
        if (source.equals("true") || source.equals("false")) {
            return source.equals("true");
        }
        if (WHOLE.matcher(source).matches()) {
            try {
                return Long.valueOf(source);
            } catch (NumberFormatException _) {
                return null; // CEL says what is wrong with it
            }
        }
        if (DECIMAL.matcher(source).matches()) {
            return Double.valueOf(source);
        }
        Matcher string = STRING.matcher(source);
        if (string.matches()) {
            return string.group(1) != null ? string.group(1) : string.group(2);
        }
        return null;
    }

    private static Expression constant(String source, Object value, ValueType expected) {
        ValueType type = Values.typeOf(value);
        if (!TypeNames.fits(type, expected)) {
            return mismatch(source, type, expected, Set.of(), false);
        }
        Object result = TypeNames.checked(value, expected);
        return new Constant(source, Values.typeOf(result), result);
    }

    private static Expression variable(String source, String name, ValueType type, ValueType expected,
            CelScope scope) {
        Set<String> reads = scope.isFlowVariable(name) ? Set.of(name) : Set.of();
        if (!TypeNames.fits(type, expected)) {
            return mismatch(source, type, expected, reads, scope.isSecret(name));
        }
        ValueType result = expected == ValueType.ANY ? type : expected;
        return new Variable(source, name, result, reads, scope.isSecret(name));
    }

    private static Expression mismatch(String source, ValueType type, ValueType expected, Set<String> reads,
            boolean secret) {
        int offset = source.length() - source.stripLeading().length();
        var problem = new ExpressionProblem(offset, TypeNames.mismatch(expected, TypeNames.of(type)));
        return new FaultyExpression(source, List.of(problem), type, reads, secret);
    }

    private record Constant(String source, ValueType type, Object value) implements Expression {
        @Override
        public List<ExpressionProblem> problems() {
            return List.of();
        }

        @Override
        public Set<String> reads() {
            return Set.of();
        }

        @Override
        public boolean isSecret() {
            return false;
        }

        @Override
        public Object evaluate(Variables variables) {
            return value;
        }
    }

    private record Variable(String source, String name, ValueType type, Set<String> reads, boolean isSecret)
            implements
                Expression {
        @Override
        public List<ExpressionProblem> problems() {
            return List.of();
        }

        @Override
        public Object evaluate(Variables variables) {
            Object value = variables.get(name);
            if (value == null) {
                throw FaultyExpression.noValue(name);
            }
            return TypeNames.checked(value, type);
        }
    }
}
