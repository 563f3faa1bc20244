package org.ivrea.engine.expression;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A flow's names and values, as tests use them.
final class TestScope {
    static final Map<String, VariableSpec> SCOPE_VARIABLES = Map.of(
            "attempts", VariableSpec.of(ValueType.INT),
            "balance", VariableSpec.of(ValueType.NUMBER),
            "customer", VariableSpec.of(ValueType.STRING),
            "done", VariableSpec.of(ValueType.BOOL),
            "items", VariableSpec.of(ValueType.LIST),
            "prices", VariableSpec.of(ValueType.MAP),
            "reply", VariableSpec.of(ValueType.ANY),
            "due", VariableSpec.of(ValueType.TIME),
            "pin", new VariableSpec(ValueType.STRING, true),
            "unset", VariableSpec.of(ValueType.STRING));

    static final CelScope SCOPE = CelScope.of(SCOPE_VARIABLES);

    static final Map<String, Object> VALUES = values();

    private TestScope() {}

    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("attempts", 2L);
        values.put("balance", 12.5);
        values.put("customer", "Ann");
        values.put("done", true);
        values.put("items", List.of(1L, 2L, 3L));
        values.put("prices", Map.of("tea", 2.5));
        values.put("reply", Map.of("name", Values.NULL, "list", List.of(1L, 2.5, Values.NULL), "count", 5L));
        values.put("due", Instant.parse("2026-03-02T10:00:00Z"));
        values.put("pin", "4711");
        values.put("call.caller", "+4930123");
        values.put("call.now", Instant.parse("2026-03-02T10:00:00Z"));
        values.put("call.started", Instant.parse("2026-03-02T09:59:00Z"));
        values.put("call.elapsedMs", 60_000L);
        values.put("channel", Map.of("sip_from", "ann"));
        values.put("error.code", "");
        return values;
    }

    static Expression compile(String source) {
        return SCOPE.expression(source, ValueType.ANY);
    }

    static Object value(String source) {
        return value(source, ValueType.ANY);
    }

    static Object value(String source, ValueType expected) {
        Expression expression = SCOPE.expression(source, expected);
        if (!expression.problems().isEmpty()) {
            throw new AssertionError(source + ": " + expression.problems());
        }
        return expression.evaluate(VALUES::get);
    }
}
