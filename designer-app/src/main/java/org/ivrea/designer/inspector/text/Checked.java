package org.ivrea.designer.inspector.text;

import java.util.List;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.ExpressionProblem;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.expression.ValueType;
import org.jspecify.annotations.Nullable;

/// What the engine says of a text.
///
/// @param type of an expression's result; `null` for a template
record Checked(List<ExpressionProblem> problems, @Nullable ValueType type) {

    static Checked expression(String source, ValueType expected, Scope scope) {
        Expression expression = scope.expression(source, expected);
        return new Checked(expression.problems(), expression.problems().isEmpty() ? expression.type() : null);
    }

    static Checked template(String source, Scope scope) {
        return new Checked(Template.parse(source, scope).problems(), null);
    }
}
