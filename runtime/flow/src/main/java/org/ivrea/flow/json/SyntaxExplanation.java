package org.ivrea.flow.json;

import java.util.Locale;

/// Says what is wrong at a place of a text that is no JSON, and what to do about it.
final class SyntaxExplanation {
    private static final int LONGEST_WORD = 20;

    private SyntaxExplanation() {}

    /// Where a value must stand.
    static SyntaxFault noValue(String text, int at) {
        if (at >= text.length()) {
            return SyntaxFault.syntax(at, "Expected a value, but the text ends here");
        }
        char c = text.charAt(at);
        String word = word(text, at);
        String explanation = switch (c) {
            case ',', '}', ']', ':' -> "Expected a value before " + shown(c);
            case '\'' -> "Write strings in double quotes";
            case '/', '#' -> "JSON has no comments; remove it, or use a \"note\" member";
            case '+' -> "A number may not begin with '+'; remove it";
            case '.' -> "A number may not begin with '.'; write a 0 before it";
            default -> switch (word.toLowerCase(Locale.ROOT)) {
                case "true", "false", "null" -> "Write " + word.toLowerCase(Locale.ROOT) + " in lower case";
                case "none", "nil", "undefined" -> "Unknown word " + word + "; did you mean null?";
                case "yes", "on" -> "Unknown word " + word + "; did you mean true?";
                case "no", "off" -> "Unknown word " + word + "; did you mean false?";
                case "nan", "infinity" -> word + " is no JSON number; write a number or null";
                case "" -> "Expected a value " + before(text, at);
                default -> "Unknown word " + word + "; write text in double quotes";
            };
        };
        return SyntaxFault.syntax(at, explanation);
    }

    /// Where the name of a member must stand.
    static SyntaxFault noName(String text, int at) {
        char c = at < text.length() ? text.charAt(at) : '\0';
        String word = word(text, at);
        String explanation;
        if (c == '\'') {
            explanation = "Write member names in double quotes";
        } else if (c == '/' || c == '#') {
            explanation = "JSON has no comments; remove it, or use a \"note\" member";
        } else if (!word.isEmpty()) {
            explanation = "Write the member name in double quotes: \"" + word + "\"";
        } else {
            explanation = "Expected the name of a member in double quotes " + before(text, at);
        }
        return SyntaxFault.syntax(at, explanation);
    }

    static SyntaxFault noColon(String text, int at, String name) {
        return SyntaxFault.syntax(at, "Expected ':' after the member name \"" + shortened(name) + "\" "
                + before(text, at));
    }

    /// Where a comma or the end of an object or array must stand.
    static SyntaxFault noComma(String text, int at, char close) {
        char c = at < text.length() ? text.charAt(at) : '\0';
        String explanation = "Expected ',' or '" + close + "' " + before(text, at);
        if (c == '"' || c == '{' || c == '[') {
            explanation += "; a comma is probably missing before it";
        } else if (c == '/' || c == '#') {
            explanation = "JSON has no comments; remove it, or use a \"note\" member";
        }
        return SyntaxFault.syntax(at, explanation);
    }

    static SyntaxFault trailingComma(int comma, char close) {
        return SyntaxFault.syntax(comma, "Remove this comma: nothing follows it before '" + close + "'");
    }

    static SyntaxFault textBehind(String text, int at) {
        return SyntaxFault.syntax(at, "The document ends before " + shown(text.charAt(at))
                + "; remove what stands behind its end");
    }

    static SyntaxFault escape(String text, int backslash) {
        int end = Math.min(text.length(), backslash + 2);
        boolean unicode = text.startsWith("\\u", backslash);
        return SyntaxFault.syntax(backslash, unicode
                ? "\"\\u\" must be followed by four hexadecimal digits"
                : "Unknown escape \"" + printable(text.substring(backslash, end))
                        + "\"; for a backslash write \"\\\\\"");
    }

    static SyntaxFault controlCharacter(String text, int at) {
        char c = text.charAt(at);
        String explanation = switch (c) {
            case '\n', '\r' -> "A string may not go over a line break; write \"\\n\", or close the string with '\"'";
            case '\t' -> "A string may not hold a tab; write \"\\t\"";
            default -> "A string may not hold the control character %s; remove it, or write \"\\u%04x\""
                    .formatted(shown(c), (int) c);
        };
        return SyntaxFault.syntax(at, explanation);
    }

    /// "before 'x'", or that the text ends.
    static String before(String text, int at) {
        return at < text.length() ? "before " + shown(text.charAt(at)) : "where the text ends";
    }

    private static String shown(char c) {
        return c < ' ' || c == 0x7f || Character.isSurrogate(c) || Character.getType(c) == Character.FORMAT
                ? "U+%04X".formatted((int) c)
                : "'" + c + "'";
    }

    private static String printable(String text) {
        var shown = new StringBuilder();
        text.chars().forEach(c -> {
            if (c < ' ' || c == 0x7f || Character.isSurrogate((char) c)) {
                shown.append("U+%04X".formatted(c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.toString();
    }

    static String shortened(String name) {
        return printable(name.length() <= LONGEST_WORD ? name : name.substring(0, LONGEST_WORD) + "…");
    }

    private static String word(String text, int at) {
        int end = at;
        while (end < text.length() && end - at <= LONGEST_WORD && isWordPart(text.charAt(end))) {
            end++;
        }
        return shortened(text.substring(Math.min(at, end), end));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
