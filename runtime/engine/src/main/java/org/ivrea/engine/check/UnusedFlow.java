package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import org.ivrea.flow.json.JsonPointer;

/// Flows that no call enters, because they neither answer calls nor are named by a node of another flow.
@AutoService(FlowRule.class)
public final class UnusedFlow implements FlowRule {
    static final String CODE = "flow-unused";

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        String name = flow.flow().name();
        String main = flow.project().project().settings().main();
        if (main != null && !main.equals(name) && !flow.between().isEntered(flow.flow())) {
            findings.info(CODE, null, JsonPointer.ROOT, "No call comes to the flow \"" + name + "\", as it is not the"
                    + " project's main flow and no other flow enters it; enter it by a subflow or go-to node, or remove"
                    + " it", null);
        }
    }
}
