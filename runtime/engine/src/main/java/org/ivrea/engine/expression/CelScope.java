package org.ivrea.engine.expression;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The names of one flow, with expressions in CEL. Threads may share it.
///
/// Compiles each expression once. Constants and plain variables are understood without CEL, so that a flow without
/// other expressions never pays for starting it.
public final class CelScope implements Scope {
    private static final int MOST_CACHED = 4_096;

    private final Map<String, VariableSpec> variables;
    private final Map<String, ValueType> types;
    private final Map<Key, Expression> compiled = new ConcurrentHashMap<>();

    private record Key(String source, ValueType expected) {}

    private CelScope(Map<String, VariableSpec> variables) {
        this.variables = Map.copyOf(variables);
        Map<String, ValueType> all = new TreeMap<>();
        variables.forEach((name, spec) -> all.put(name, spec.type()));
        all.putAll(EngineNames.TYPES);
        this.types = Collections.unmodifiableMap(all);
    }

    public static CelScope of(Map<String, VariableSpec> variables) {
        return new CelScope(variables);
    }

    /// Starts CEL in the background, so that the first expression of a call does not wait for it (seconds on a cold,
    /// busy machine). Does nothing the second time.
    public static void warmUp() {
        WarmUp.start();
    }

    @Override
    public Expression expression(String source, ValueType expected) {
        var key = new Key(source, expected);
        Expression known = compiled.get(key);
        if (known != null) {
            return known;
        }
        Expression fresh = PlainExpression.of(source, expected, this);
        if (fresh == null) {
            fresh = CelCompilation.compile(source, expected, this);
        }
        if (compiled.size() >= MOST_CACHED) {
            compiled.clear();
        }
        Expression first = compiled.putIfAbsent(key, fresh);
        return first == null ? fresh : first;
    }

    /// Every name that an expression may read, with its type.
    public Map<String, ValueType> types() {
        return types;
    }

    /// The type of a variable of the flow or of the engine; `null` when there is no such name.
    @Nullable
    ValueType type(String name) {
        return types.get(name);
    }

    boolean isFlowVariable(String name) {
        return variables.containsKey(name) && !EngineNames.TYPES.containsKey(name);
    }

    boolean isSecret(String name) {
        VariableSpec spec = isFlowVariable(name) ? variables.get(name) : null;
        return spec != null && spec.secret();
    }
}
