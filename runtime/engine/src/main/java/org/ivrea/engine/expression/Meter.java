package org.ivrea.engine.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelVariableResolver;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Watches one evaluation: counts what it costs, stops it when that is too much, and hands it its variables.
///
/// The unit is roughly the work of one entry of a list, or of 32 characters of text: some nanoseconds.
final class Meter implements CelEvaluationListener, CelVariableResolver {
    /// A tenth of a second at worst, as a rule.
    private static final long BUDGET = 5_000_000;
    /// Where the units are off by far, the clock decides.
    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final int STEPS_PER_LOOK_AT_THE_CLOCK = 256;
    /// What macros call the value that they build up.
    private static final String ACCUMULATOR = "@result";

    static final ScopedValue<Meter> CURRENT = ScopedValue.newInstance();

    private final CelScope scope;
    private final Variables variables;
    private final long started = System.nanoTime();
    private long spent;
    private int steps;

    Meter(CelScope scope, Variables variables) {
        this.scope = scope;
        this.variables = variables;
    }

    /// @throws Refused when the evaluation has cost too much
    void spend(long units) {
        spent += units;
        boolean late = ++steps % STEPS_PER_LOOK_AT_THE_CLOCK == 0 && System.nanoTime() - started > LONGEST_NANOS;
        if (spent > BUDGET || late) {
            spent = BUDGET; // whatever CEL does with this failure, it can do no more
            throw new Refused("The expression takes too long: make it simpler, or the lists and texts that it works "
                    + "on smaller");
        }
    }

    @Override
    public void callback(CelExpr expression, Object result) {
        switch (expression.getKind()) {
            case CONSTANT -> spend(1);
            case IDENT, SELECT -> spend(isAccumulator(expression) ? 1 : roughSize(result));
            case CALL -> spend(isAccumulation(expression) ? 1 : checkedSize(result));
            default -> spend(checkedSize(result));
        }
    }

    private static boolean isAccumulator(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.IDENT && expression.ident().name().equals(ACCUMULATOR);
    }

    private static boolean isAccumulation(CelExpr expression) {
        return !expression.call().args().isEmpty() && isAccumulator(expression.call().args().getFirst());
    }

    /// Data comes from outside and may be larger than a result may; reading it costs by its size.
    private static long roughSize(Object value) {
        return switch (value) {
            case String text -> 1 + text.length() / 32;
            case Collection<?> list -> 1L + list.size();
            case Map<?, ?> map -> 1L + map.size();
            default -> 1;
        };
    }

    private static long checkedSize(Object value) {
        try {
            return ValueSize.check(value);
        } catch (EvaluationFailure tooLarge) {
            throw new Refused(tooLarge.getMessage());
        }
    }

    @Override
    public Optional<Object> find(String name) {
        if (scope.type(name) == null) {
            return Optional.empty();
        }
        Object value = variables.get(name);
        if (value == null) {
            throw new Refused(FaultyExpression.noValue(name).getMessage());
        }
        var data = new CelData(value);
        spend(data.size());
        return Optional.of(data.value());
    }
}
