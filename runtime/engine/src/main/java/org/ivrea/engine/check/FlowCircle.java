package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.BitSet;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.node.FlowCall;

/// Flows that enter each other in a circle.
@AutoService(FlowRule.class)
public final class FlowCircle implements FlowRule {
    static final String WITHOUT_WAIT = "flow-circle-without-wait";
    static final String NESTED = "subflow-circle";

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        String name = flow.flow().name();
        BitSet atOnce = flow.between().reachedAtOnce(flow.flow());
        for (CompiledNode node : flow.flow().nodes()) {
            CompiledFlow entered = flow.graph().isReachable(node.index()) ? flow.entered(node) : null;
            if (entered == null) {
                continue;
            }
            String circle = entered.name().equals(name)
                    ? "The flow \"" + name + "\" enters itself here"
                    : "The flow \"" + entered.name() + "\" leads back to this one";
            if (atOnce.get(node.index()) && flow.between().isCircleAtOnce(flow.flow(), entered)) {
                findings.warning(WITHOUT_WAIT, node, node.pointer().child("flow"), circle + ", and the caller is never"
                        + " asked and no time passes on the way, so that it may spin until it is stopped; ask, play or"
                        + " wait on the way, or break the circle", null);
            } else if (node.node() instanceof FlowCall && flow.between().isCircle(flow.flow(), entered)) {
                findings.warning(NESTED, node, node.pointer().child("flow"), circle + ", and every round is one subflow"
                        + " deeper, until the call is stopped; return from the subflow, or go to the flow for good",
                        null);
            }
        }
    }
}
