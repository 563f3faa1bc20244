package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.FlowRef;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeContents.Found;
import org.ivrea.flow.problem.DidYouMean;

/// Nodes that enter a flow which the project does not have.
@AutoService(FlowRule.class)
public final class UnknownFlow extends NodeRule {
    static final String CODE = "flow-unknown";

    @Override
    void check(CheckedFlow flow, CompiledNode node, NodeContents contents, Findings findings) {
        for (Found<FlowRef> found : contents.flows()) {
            String name = found.value().name();
            if (flow.project().flow(name) == null) {
                String meant = DidYouMean.closest(name, flow.project().flows().keySet());
                findings.error(CODE, node, found.at(), "The project has no flow \"" + name + "\" that can be read"
                        + (meant == null ? "; make it, or choose another" : "; did you mean \"" + meant + "\"?"),
                        meant == null ? null : FieldEdits.replacement(node, found.at(), name, meant));
            }
        }
    }
}
