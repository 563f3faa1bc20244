package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.expression.VariableSpec;
import org.ivrea.engine.spec.NodeContents;

/// Values that no variable of the type can hold.
@AutoService(FlowRule.class)
public final class AssignmentType extends NodeRule {
    static final String CODE = "assignment-type";

    @Override
    void check(CheckedFlow flow, CompiledNode node, NodeContents contents, Findings findings) {
        for (NodeContents.Assignment assignment : contents.assignments()) {
            VariableSpec variable = flow.flow().variables().get(assignment.variable());
            if (variable != null && assignment.value().problems().isEmpty()
                    && !variable.type().takes(assignment.value().type())) {
                findings.error(CODE, node, assignment.at(), "The variable \"" + assignment.variable() + "\" is "
                        + variable.type().words() + ", but this is " + assignment.value().type().words()
                        + ", which cannot become that; convert it, or change the variable's type", null);
            }
        }
    }
}
