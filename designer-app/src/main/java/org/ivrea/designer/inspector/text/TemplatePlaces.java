package org.ivrea.designer.inspector.text;

/// Where in a template its expressions are.
final class TemplatePlaces {
    private TemplatePlaces() {}

    /// Behind the `}` that closes the expression at the place; the text's end when there is none. Braces and quotes
    /// inside are counted.
    static int end(String text, int open) {
        int depth = 0;
        char quote = 0;
        for (int at = open + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                if (c == '\\') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }

    /// Whether an expression stands at the place, so that names of variables are meant there.
    static boolean isInside(String text, int place) {
        for (int at = text.indexOf("${"); at >= 0 && at < place; at = text.indexOf("${", at)) {
            boolean escaped = at > 0 && text.charAt(at - 1) == '$';
            int end = end(text, at);
            boolean closed = end <= text.length() && end > 0 && text.charAt(end - 1) == '}';
            if (!escaped && place >= at + 2 && (place < end || place == end && !closed)) {
                return true;
            }
            at = Math.max(at + 2, escaped ? 0 : end);
        }
        return false;
    }
}
