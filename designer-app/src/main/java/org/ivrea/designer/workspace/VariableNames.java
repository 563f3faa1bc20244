package org.ivrea.designer.workspace;

/// Replaces the name of a variable in expressions and in texts with `${…}`.
final class VariableNames {
    private final String old;
    private final String replacement;

    VariableNames(String old, String replacement) {
        this.old = old;
        this.replacement = replacement;
    }

    /// In an expression. Strings are left alone, and so are members, as `x` in `caller.x`, and names of functions.
    String inExpression(String expression) {
        var result = new StringBuilder();
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            int end = at + 1;
            if (c == '"' || c == '\'') {
                end = endOfString(expression, at);
            } else if (Character.isJavaIdentifierPart(c)) {
                while (end < expression.length() && Character.isJavaIdentifierPart(expression.charAt(end))) {
                    end++;
                }
                if (expression.substring(at, end).equals(old) && !isMember(expression, at)
                        && !isCall(expression, end)) {
                    result.append(replacement);
                    at = end;
                    continue;
                }
            }
            result.append(expression, at, end);
            at = end;
        }
        return result.toString();
    }

    /// In the expressions of a text.
    String inTemplate(String template) {
        var result = new StringBuilder();
        int at = 0;
        while (true) {
            int open = template.indexOf("${", at);
            int close = open < 0 ? -1 : endOfExpression(template, open + 2);
            if (close < 0) {
                return result.append(template, at, template.length()).toString();
            }
            if (open > at && template.charAt(open - 1) == '$') {
                // The characters themselves: "$${".
                result.append(template, at, open + 2);
                at = open + 2;
                continue;
            }
            result.append(template, at, open + 2).append(inExpression(template.substring(open + 2, close)));
            at = close;
        }
    }

    /// The place of the `}` that ends the expression; strings and braces in it do not.
    private static int endOfExpression(String template, int from) {
        int depth = 0;
        int at = from;
        while (at < template.length()) {
            switch (template.charAt(at)) {
                case '"', '\'' -> at = endOfString(template, at) - 1;
                case '{' -> depth++;
                case '}' -> {
                    if (depth-- == 0) {
                        return at;
                    }
                }
                default -> {
                }
            }
            at++;
        }
        return -1;
    }

    private static int endOfString(String text, int start) {
        char quote = text.charAt(start);
        for (int at = start + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static boolean isMember(String expression, int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(expression.charAt(before))) {
            before--;
        }
        return before >= 0 && expression.charAt(before) == '.';
    }

    private static boolean isCall(String expression, int end) {
        int after = end;
        while (after < expression.length() && Character.isWhitespace(expression.charAt(after))) {
            after++;
        }
        return after < expression.length() && expression.charAt(after) == '(';
    }
}
