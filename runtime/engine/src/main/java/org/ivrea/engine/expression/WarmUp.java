package org.ivrea.engine.expression;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Loads CEL before anybody waits for it.
final class WarmUp {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private WarmUp() {}

    static void start() {
        if (STARTED.compareAndSet(false, true)) {
            Thread.ofVirtual().name("expression-warm-up").start(WarmUp::run);
        }
    }

    private static void run() {
        CelScope scope = CelScope.of(Map.of("n", VariableSpec.of(ValueType.INT)));
        Map<String, Object> values = Map.of("n", 1L, "call.caller", "1", "call.now", Instant.EPOCH);
        String source = "n + 1 < 3 && call.caller.matches('^[0-9]+$') && [n].exists(x, x > 0)"
                + " && call.now.getHours() >= 0";
        scope.expression(source, ValueType.BOOL).evaluate(values::get);
    }
}
