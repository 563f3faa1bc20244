package org.ivrea.engine.expression;

import java.util.ArrayList;
import java.util.List;

/// Splits a template into literal text and expressions.
final class TemplateParser {
    private final String source;
    private final Scope scope;
    private final List<Template.Part> parts = new ArrayList<>();
    private final List<ExpressionProblem> problems = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    TemplateParser(String source, Scope scope) {
        this.source = source;
        this.scope = scope;
    }

    Template parse() {
        int at = 0;
        while (at < source.length()) {
            if (source.startsWith("$${", at)) {
                literal.append("${");
                at += 3;
            } else if (source.startsWith("${", at)) {
                at = expression(at + 2);
            } else {
                literal.append(source.charAt(at++));
            }
        }
        flush();
        return new Template(source, parts, problems);
    }

    /// @return where the text goes on behind the closing brace
    private int expression(int start) {
        int end = closingBrace(start);
        if (end < 0) {
            problems.add(new ExpressionProblem(start - 2, "\"${\" is not closed; write \"}\" behind the expression, or "
                    + "\"$${\" for the characters themselves"));
            return source.length();
        }
        flush();
        Expression compiled = scope.expression(source.substring(start, end), ValueType.ANY);
        parts.add(new Template.Part.Computed(compiled));
        compiled.problems().forEach(
                problem -> problems.add(new ExpressionProblem(start + problem.offset(), problem.message())));
        return end + 1;
    }

    /// The brace that closes the expression, past nested braces and string literals; -1 for none.
    private int closingBrace(int start) {
        int depth = 0;
        for (int at = start; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '"' || c == '\'') {
                at = endOfString(at);
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && depth-- == 0) {
                return at;
            }
        }
        return -1;
    }

    private int endOfString(int start) {
        char quote = source.charAt(start);
        for (int at = start + 1; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == quote) {
                return at;
            }
        }
        return source.length();
    }

    private void flush() {
        if (!literal.isEmpty()) {
            parts.add(new Template.Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
