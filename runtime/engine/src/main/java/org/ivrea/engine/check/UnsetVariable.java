package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.HashSet;
import java.util.Set;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeContents.Found;
import org.ivrea.flow.json.JsonPointer;

/// Variables that are read on some way before anything sets them: the node fails then.
@AutoService(FlowRule.class)
public final class UnsetVariable implements FlowRule {
    static final String CODE = "variable-unset";

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        var assignments = Assignments.of(flow);
        if (assignments.isTrivial()) {
            return;
        }
        Set<String> everSet = new HashSet<>();
        flow.flow().nodes().forEach(node -> {
            NodeContents contents = node.contents();
            if (contents != null) {
                contents.targets().forEach(target -> everSet.add(target.value().name()));
            }
        });
        for (CompiledNode node : flow.flow().nodes()) {
            NodeContents contents = node.contents();
            if (contents != null && !node.document().disabled() && flow.graph().isReachable(node.index())) {
                check(node, contents, assignments, everSet, findings);
            }
        }
    }

    private static void check(CompiledNode node, NodeContents contents, Assignments assignments, Set<String> everSet,
            Findings findings) {
        Set<String> settled = ownTargets(contents);
        for (Found<Expression> expression : contents.expressions()) {
            for (String variable : expression.value().reads()) {
                if (assignments.mayBeUnset(variable, node) && settled.add(variable)) {
                    report(node, variable, expression.at(), everSet.contains(variable), findings);
                }
            }
            // A node that assigns one value after the other sees those before.
            contents.assignments().stream().filter(assignment -> assignment.at().equals(expression.at()))
                    .forEach(assignment -> settled.add(assignment.variable()));
        }
    }

    /// What the node sets itself before it says it, such as what was entered; without what it assigns in order.
    private static Set<String> ownTargets(NodeContents contents) {
        Set<String> own = new HashSet<>();
        contents.targets().forEach(target -> own.add(target.value().name()));
        contents.assignments().forEach(assignment -> own.remove(assignment.variable()));
        return own;
    }

    private static void report(CompiledNode node, String variable, JsonPointer at, boolean setElsewhere,
            Findings findings) {
        findings.warning(CODE, node, at, (setElsewhere
                ? "\"" + variable + "\" may have no value here, as a call can come to \"" + node.id()
                        + "\" without passing a node that sets it"
                : "\"" + variable + "\" has no value here, as no node sets it")
                + "; give it an initial value, or set it before", null);
    }
}
