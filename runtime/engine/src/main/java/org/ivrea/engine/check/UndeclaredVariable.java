package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeContents.Found;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Fix;

/// Nodes that set a variable which the flow does not declare.
@AutoService(FlowRule.class)
public final class UndeclaredVariable extends NodeRule {
    static final String CODE = "variable-undeclared";

    @Override
    void check(CheckedFlow flow, CompiledNode node, NodeContents contents, Findings findings) {
        Set<String> declared = flow.flow().variables().keySet();
        for (Found<NodeContents.Target> target : contents.targets()) {
            String name = target.value().name();
            if (!declared.contains(name)) {
                String meant = DidYouMean.closest(name, declared);
                findings.error(CODE, node, target.at(),
                        "The flow declares no variable \"" + name + "\"" + (meant == null
                                ? "; declare it, or choose another"
                                : "; did you mean \"" + meant + "\"?"),
                        meant == null
                                ? declaration(name, type(name, contents))
                                : FieldEdits.replacement(node, target.at(), name, meant));
            }
        }
    }

    private static ValueType type(String name, NodeContents contents) {
        return contents.assignments().stream().filter(assignment -> assignment.variable().equals(name))
                .map(assignment -> assignment.value().type()).findFirst().orElse(ValueType.ANY);
    }

    private static Fix declaration(String name, ValueType type) {
        return new Fix("Declare the variable", flow -> flow.variables().containsKey(name)
                ? flow
                : flow.withVariable(name, VariableDeclaration.of(type.key())));
    }
}
