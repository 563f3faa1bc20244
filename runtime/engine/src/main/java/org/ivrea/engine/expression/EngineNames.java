package org.ivrea.engine.expression;

import java.util.Map;

/// What every expression may read besides the flow's variables.
final class EngineNames {
    static final Map<String, ValueType> TYPES = Map.ofEntries(
            Map.entry("call.id", ValueType.STRING),
            Map.entry("call.caller", ValueType.STRING),
            Map.entry("call.called", ValueType.STRING),
            Map.entry("call.language", ValueType.STRING),
            Map.entry("call.now", ValueType.TIME),
            Map.entry("call.started", ValueType.TIME),
            Map.entry("call.elapsedMs", ValueType.INT),
            Map.entry("channel", ValueType.MAP),
            Map.entry("error.code", ValueType.STRING),
            Map.entry("error.message", ValueType.STRING),
            Map.entry("error.node", ValueType.STRING));

    private EngineNames() {}
}
