package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.FlowReturn;

/// Flows that may return without a value for one of their outputs: who reads it fails.
@AutoService(FlowRule.class)
public final class UnsetOutput implements FlowRule {
    static final String CODE = "output-unset";

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        var outputs = flow.flow().document().outputs().keySet();
        if (outputs.isEmpty()) {
            return;
        }
        var assignments = Assignments.of(flow);
        for (CompiledNode node : flow.flow().nodes()) {
            if (!(node.node() instanceof FlowReturn returning) || node.document().disabled()) {
                continue;
            }
            List<String> unset = new ArrayList<>();
            for (String output : outputs) {
                if (!returning.outputs().containsKey(output) && assignments.mayBeUnset(output, node)) {
                    unset.add("\"" + output + "\"");
                }
            }
            if (!unset.isEmpty()) {
                findings.warning(CODE, node, node.pointer(), "The flow may return here without a value for "
                        + String.join(", ", unset) + ", and a subflow node that takes it fails then; give an initial"
                        + " value, or set it before", null);
            }
        }
    }
}
