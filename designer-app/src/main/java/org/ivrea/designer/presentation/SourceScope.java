package org.ivrea.designer.presentation;

import java.util.List;
import java.util.Set;
import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.ExpressionProblem;
import org.ivrea.engine.expression.Scope;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.Variables;

/// A scope whose expressions are only text. A box shows what the author wrote, so that nothing need be compiled before
/// it can be drawn.
enum SourceScope implements Scope {
    INSTANCE;

    @Override
    public Expression expression(String source, ValueType expected) {
        return new Text(source, expected);
    }

    private record Text(String source, ValueType type) implements Expression {
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
            throw new EvaluationFailure("\"" + source + "\" is only shown here");
        }
    }
}
