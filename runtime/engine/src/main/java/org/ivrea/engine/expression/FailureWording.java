package org.ivrea.engine.expression;

import dev.cel.runtime.CelEvaluationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says why an evaluation failed, in the words of authors. CEL's own messages may hold values, secrets among them: only
/// names that stand in the source are passed on.
final class FailureWording {
    private static final int DEEPEST_CAUSE = 20;
    private static final Pattern SELECTED = Pattern.compile("(?:key|field) '([^']+)'");
    private static final Pattern INDEXED = Pattern.compile("evaluation error[^:]*(?::[0-9]+)*: (.+)");

    private FailureWording() {}

    static EvaluationFailure of(CelEvaluationException failure, String source) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof EvaluationFailure known) {
                return known;
            }
            cause = cause.getCause();
        }
        return new EvaluationFailure(switch (failure.getErrorCode()) {
            case ATTRIBUTE_NOT_FOUND -> missing(String.valueOf(failure.getMessage()), source);
            case INDEX_OUT_OF_BOUNDS -> "The expression reads past the end of a list or text; size(…) tells its length";
            case DIVIDE_BY_ZERO -> "The expression divides by zero";
            case DUPLICATE_ATTRIBUTE -> "The expression makes a map with the same key twice";
            case NUMERIC_OVERFLOW -> "A number becomes too large for a whole number of 64 bits";
            case ITERATION_BUDGET_EXCEEDED -> "The expression goes through more than the "
                    + CelLanguage.MOST_ITERATIONS + " list items allowed";
            case BAD_FORMAT -> "A text does not read as what the expression makes of it";
            case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD, TYPE_NOT_FOUND ->
                "An operation of the expression does not fit the kinds of values it gets";
            case INVALID_ARGUMENT, INTERNAL_ERROR -> "A function of the expression refuses the value it gets";
        });
    }

    private static String missing(String message, String source) {
        String name = name(message, source);
        if (message.contains("must be performed on messages or maps")) {
            return "The expression reads a member" + (name.isEmpty() ? "" : " \"" + name + "\"")
                    + " of something that is no map";
        }
        return (name.isEmpty()
                ? "A member that the expression reads is not there"
                : "There is no member \"" + name + "\"") + "; has(…) tells whether there is one";
    }

    /// @return empty when the name does not stand in the source, but was computed
    private static String name(String message, String source) {
        Matcher selected = SELECTED.matcher(message);
        if (selected.find()) {
            return source.contains("." + selected.group(1)) || isQuoted(selected.group(1), source)
                    || source.contains("?" + selected.group(1)) ? selected.group(1) : "";
        }
        Matcher indexed = INDEXED.matcher(message);
        return indexed.matches() && isQuoted(indexed.group(1), source) ? indexed.group(1) : "";
    }

    private static boolean isQuoted(String text, String source) {
        return source.contains("'" + text + "'") || source.contains("\"" + text + "\"");
    }
}
