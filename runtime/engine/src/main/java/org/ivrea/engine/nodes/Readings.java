package org.ivrea.engine.nodes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.node.NodeRun;

/// What conditions read when they decided, for the reason of an exit.
final class Readings {
    /// More than that says less.
    private static final int MOST = 6;
    private static final int LONGEST = 60;

    private Readings() {}

    /// `: balance = -12, tier = "gold"`; empty when the conditions read no variables.
    static String of(List<Expression> conditions, NodeRun run) {
        Set<String> names = new LinkedHashSet<>();
        conditions.forEach(condition -> names.addAll(condition.reads()));
        if (names.isEmpty()) {
            return "";
        }
        return names.stream().limit(MOST).map(name -> name + " = " + shortened(run.shown(name)))
                .collect(Collectors.joining(", ", ": ", names.size() > MOST ? "…" : ""));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }
}
