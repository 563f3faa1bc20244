package org.ivrea.engine.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Text with expressions in `${…}`; `$${` stands for a literal `${`. Immutable; threads may share it.
///
/// @param source   as the author wrote it
/// @param parts    literal text and expressions, in order
/// @param problems of all expressions, at their place in the source
public record Template(String source, List<Part> parts, List<ExpressionProblem> problems) {

    /// What stands in transcripts in place of a secret.
    public static final String MASK = "••••";

    public static final Template EMPTY = new Template("", List.of(), List.of());

    /// A piece of a template.
    public sealed interface Part {
        record Literal(String text) implements Part {}

        record Computed(Expression expression) implements Part {}
    }

    public Template {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    public static Template parse(String source, Scope scope) {
        return new TemplateParser(source, scope).parse();
    }

    public boolean isEmpty() {
        return source.isEmpty();
    }

    /// The text with every expression replaced by its value.
    ///
    /// @throws EvaluationFailure when one has no value
    public String render(Variables variables) {
        return render(variables, UnaryOperator.identity());
    }

    /// The text, with the values (not the literal text) passed through `escape`.
    public String render(Variables variables, UnaryOperator<String> escape) {
        if (parts.size() == 1 && parts.getFirst() instanceof Part.Literal(String text)) {
            return text;
        }
        var rendered = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Literal(String text) -> rendered.append(text);
                case Part.Computed(Expression expression) ->
                    rendered.append(escape.apply(Values.text(expression.evaluate(variables))));
            }
        }
        return rendered.toString();
    }

    /// The text as traces show it: secrets masked.
    public String renderMasked(Variables variables) {
        if (!isSecret()) {
            return render(variables);
        }
        var rendered = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Literal(String text) -> rendered.append(text);
                case Part.Computed(Expression expression) -> rendered.append(
                        expression.isSecret() ? MASK : Values.text(expression.evaluate(variables)));
            }
        }
        return rendered.toString();
    }

    public boolean isSecret() {
        return expressions().stream().anyMatch(Expression::isSecret);
    }

    public List<Expression> expressions() {
        List<Expression> expressions = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Computed(Expression expression)) {
                expressions.add(expression);
            }
        }
        return expressions;
    }

    public Set<String> reads() {
        Set<String> reads = new LinkedHashSet<>();
        expressions().forEach(expression -> reads.addAll(expression.reads()));
        return reads;
    }
}
