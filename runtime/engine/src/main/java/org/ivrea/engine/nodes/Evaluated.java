package org.ivrea.engine.nodes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.node.NodeRun;

/// The values of several named expressions.
final class Evaluated {
    private Evaluated() {}

    /// In the order in which the author wrote them.
    static Map<String, Object> of(Map<String, Expression> expressions, NodeRun run) {
        Map<String, Object> values = new LinkedHashMap<>();
        expressions.forEach((name, expression) -> values.put(name, expression.evaluate(run.variables())));
        return values;
    }
}
