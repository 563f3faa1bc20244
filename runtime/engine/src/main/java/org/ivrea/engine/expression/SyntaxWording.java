package org.ivrea.engine.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rewords the errors of CEL's parser.
final class SyntaxWording {
    private static final Pattern RECOGNITION = Pattern.compile("token recognition error at: '(.*)'",
            Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("missing '(.)' at '.*'", Pattern.DOTALL);
    private static final Pattern UNEXPECTED = Pattern.compile(
            "(?:mismatched|extraneous) input '(.*?)' expecting.*|no viable alternative at input '(.*)'",
            Pattern.DOTALL);
    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (.*)");
    private static final int LONGEST_QUOTE = 40;

    private SyntaxWording() {}

    /// @return `null` when the message is no parser's
    static @Nullable String of(String message, String source, int offset) {
        Matcher recognition = RECOGNITION.matcher(message);
        if (recognition.matches()) {
            return character(recognition.group(1));
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            return "\"" + missing.group(1) + "\" is missing here";
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.matches()) {
            String found = unexpected.group(1) != null ? unexpected.group(1) : unexpected.group(2);
            return offset >= source.stripTrailing().length() || found.endsWith("<EOF>")
                    ? "The expression ends too early; something is missing here"
                    : word(found);
        }
        Matcher reserved = RESERVED.matcher(message);
        if (reserved.matches()) {
            return "\"" + reserved.group(1) + "\" is a reserved word of the expression language";
        }
        if (message.contains("recursion limit") || message.contains("node count") || message.contains("nesting")) {
            return ProblemWording.TOO_DEEP;
        }
        if (message.contains("code point size exceeds")) {
            return ProblemWording.TOO_LONG;
        }
        return null;
    }

    private static String character(String found) {
        if (found.isEmpty()) {
            return "This character has no meaning here";
        }
        return switch (found.charAt(0)) {
            case '"', '\'' -> "The text that begins here is not closed; write " + found.charAt(0) + " behind it";
            case '=' -> "\"=\" has no meaning here; \"==\" compares";
            case '&' -> "\"&\" has no meaning here; \"&&\" means and";
            case '|' -> "\"|\" has no meaning here; \"||\" means or";
            case '“', '”', '„', '‘', '’', '‚' -> "Text must stand in straight quotes: \" or '";
            default -> "\"" + Character.toString(found.codePointAt(0)) + "\" has no meaning here";
        };
    }

    private static String word(String found) {
        return switch (found) {
            case "and", "AND" -> "\"" + found + "\" has no meaning here; \"&&\" means and";
            case "or", "OR" -> "\"" + found + "\" has no meaning here; \"||\" means or";
            case "not", "NOT" -> "\"" + found + "\" has no meaning here; \"!\" means not";
            default -> "\"" + (found.length() > LONGEST_QUOTE ? found.substring(0, LONGEST_QUOTE) + "…" : found)
                    + "\" is not expected here";
        };
    }
}
