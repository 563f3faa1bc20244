package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Fix;

/// Variables that no node of the flow reads or sets.
@AutoService(FlowRule.class)
public final class UnusedVariable implements FlowRule {
    static final String CODE = "variable-unused";

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        Set<String> unused = new LinkedHashSet<>(flow.flow().document().variables().keySet());
        for (CompiledNode node : flow.flow().nodes()) {
            if (unused.isEmpty()) {
                return;
            }
            NodeContents contents = node.contents();
            if (contents == null || flow.graph().isFaulty(node)) {
                return; // who knows what it uses
            }
            contents.expressions().forEach(expression -> unused.removeAll(expression.value().reads()));
            contents.targets().forEach(target -> unused.remove(target.value().name()));
        }
        for (String variable : unused) {
            findings.info(CODE, null, JsonPointer.ROOT.child("variables").child(variable), "No node reads or sets the"
                    + " variable \"" + variable + "\"; use it, or remove it", removal(variable));
        }
    }

    private static Fix removal(String variable) {
        return new Fix("Remove the variable",
                flow -> flow.variables().containsKey(variable) ? flow.withVariable(variable, null) : flow);
    }
}
