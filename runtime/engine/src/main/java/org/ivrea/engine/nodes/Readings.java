package org.ivrea.engine.nodes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
        if (conditions.size() == 1) {
            return of(conditions.getFirst().reads(), run);
        }
        Set<String> names = new LinkedHashSet<>();
        conditions.forEach(condition -> names.addAll(condition.reads()));
        return of(names, run);
    }

    private static String of(Set<String> names, NodeRun run) {
        if (names.isEmpty()) {
            return "";
        }
        var text = new StringBuilder(64);
        int told = 0;
        for (String name : names) {
            if (told == MOST) {
                return text.append('…').toString();
            }
            text.append(told++ == 0 ? ": " : ", ").append(name).append(" = ").append(shortened(run.shown(name)));
        }
        return text.toString();
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }
}
