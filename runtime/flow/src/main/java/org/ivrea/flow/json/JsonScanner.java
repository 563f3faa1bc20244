package org.ivrea.flow.json;

import java.math.BigDecimal;

/// Reads the tokens of a JSON text from left to right.
final class JsonScanner {
    /// What [#peek()] gives behind the last character.
    static final int END = -1;

    private static final int MOST_DIGITS_OF_LONG = 18;

    private final String text;
    private final JsonLimits limits;
    private final NameCache names = new NameCache();
    private int at;

    JsonScanner(String text, JsonLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    String text() {
        return text;
    }

    int offset() {
        return at;
    }

    void moveTo(int offset) {
        at = offset;
    }

    /// The next character that is no white space, without taking it.
    int peek() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
            at++;
        }
        return END;
    }

    /// Takes one character.
    void take() {
        at++;
    }

    String name() throws SyntaxFault {
        return string(true);
    }

    String string() throws SyntaxFault {
        return string(false);
    }

    private String string(boolean name) throws SyntaxFault {
        int start = ++at;
        int last = Math.min(text.length() - 1, start + limits.maxStringLength());
        while (at <= last) {
            char c = text.charAt(at);
            if (c == '"') {
                int end = at++;
                return name ? names.of(text, start, end) : text.substring(start, end);
            }
            if (c == '\\') {
                return escapedString(start);
            }
            if (c < ' ') {
                throw SyntaxExplanation.controlCharacter(text, at);
            }
            at++;
        }
        throw unclosed(start - 1);
    }

    private String escapedString(int start) throws SyntaxFault {
        var value = new StringBuilder(at - start + 32).append(text, start, at);
        while (at < text.length() && value.length() <= limits.maxStringLength()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            } else if (c == '\\') {
                escape(value);
            } else if (c < ' ') {
                throw SyntaxExplanation.controlCharacter(text, at);
            } else {
                value.append(c);
                at++;
            }
        }
        throw unclosed(start - 1);
    }

    private SyntaxFault unclosed(int quote) {
        return at >= text.length()
                ? SyntaxFault.syntax(quote, "The string that begins here is never closed; the text ends inside it")
                : SyntaxFault.limit(quote, "This string is longer than the " + limits.maxStringLength()
                        + " characters allowed");
    }

    private void escape(StringBuilder value) throws SyntaxFault {
        int start = at;
        char kind = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
        at = start + 2;
        switch (kind) {
            case '"', '\\', '/' -> value.append(kind);
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> unicodeEscape(start, value);
            default -> throw SyntaxExplanation.escape(text, start);
        }
    }

    private void unicodeEscape(int start, StringBuilder value) throws SyntaxFault {
        char unit = hexadecimal(start);
        value.append(unit);
        if (!Character.isSurrogate(unit)) {
            return;
        }
        boolean paired = Character.isHighSurrogate(unit) && text.startsWith("\\u", at);
        if (paired) {
            int second = at;
            at += 2;
            char low = hexadecimal(second);
            value.append(low);
            paired = Character.isLowSurrogate(low);
        }
        if (!paired) {
            throw new SyntaxFault(JsonProblem.ENCODING, start, "\"" + text.substring(start, start + 6)
                    + "\" is half of a character; write both halves, the character itself, or remove it");
        }
    }

    /// The four digits at the current place.
    private char hexadecimal(int start) throws SyntaxFault {
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0 || text.charAt(at) > 'f') {
                throw SyntaxExplanation.escape(text, start);
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    /// The number at the current place, which holds `-` or a digit.
    Json.Num number() throws SyntaxFault {
        int start = at;
        if (text.charAt(at) == '-') {
            at++;
        }
        int whole = digits(start);
        if (whole > 1 && text.charAt(at - whole) == '0') {
            throw SyntaxFault.syntax(start, "A number may not begin with 0; remove the zero, or write a string");
        }
        int digits = whole;
        boolean plain = true;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits += digits(start);
            plain = false;
        }
        if (digits > limits.maxDigits()) {
            throw SyntaxFault.limit(start, "This number has " + digits + " digits; " + limits.maxDigits()
                    + " are allowed");
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            exponent(start);
            plain = false;
        }
        if (plain && digits <= MOST_DIGITS_OF_LONG) {
            return Json.of(Long.parseLong(text, start, at, 10));
        }
        return Json.of(new BigDecimal(text.substring(start, at)));
    }

    private int digits(int number) throws SyntaxFault {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw SyntaxFault.syntax(number, "This number is not complete: a digit is missing "
                    + SyntaxExplanation.before(text, at));
        }
        return at - start;
    }

    private void exponent(int number) throws SyntaxFault {
        at++;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        int start = at;
        digits(number);
        long exponent = 0;
        for (int digit = start; digit < at && exponent <= limits.maxExponent(); digit++) {
            exponent = exponent * 10 + (text.charAt(digit) - '0');
        }
        if (exponent > limits.maxExponent()) {
            throw SyntaxFault.limit(number, "This number is out of range; its exponent may be "
                    + limits.maxExponent() + " at most");
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// `true`, `false` or `null`; anything else is explained.
    Json word() throws SyntaxFault {
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        Json value = switch (end - at) {
            case 4 -> text.startsWith("true", at) ? Json.Bool.TRUE : text.startsWith("null", at) ? Json.NULL : null;
            case 5 -> text.startsWith("false", at) ? Json.Bool.FALSE : null;
            default -> null;
        };
        if (value == null) {
            throw SyntaxExplanation.noValue(text, at);
        }
        at = end;
        return value;
    }
}
