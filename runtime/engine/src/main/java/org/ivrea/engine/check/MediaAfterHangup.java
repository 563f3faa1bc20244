package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.flow.problem.Fix;
import org.jspecify.annotations.Nullable;

/// Nodes that need the caller on a way that begins with the hang-up: the handler ends there.
@AutoService(FlowRule.class)
public final class MediaAfterHangup implements FlowRule {
    static final String CODE = "media-after-hangup";

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        for (CompiledNode node : flow.flow().nodes()) {
            if (flow.graph().isAfterCall(node.index()) && !node.document().disabled() && node.spec() != null) {
                String reason = reason(flow, node);
                if (reason != null) {
                    findings.warning(CODE, node, node.pointer(), reason
                            + ", but calls also come here after the hang-up: what follows is not done then; lead the"
                            + " hang-up elsewhere", fix(flow, node));
                }
            }
        }
    }

    private static @Nullable String reason(CheckedFlow flow, CompiledNode node) {
        if (node.spec() != null && node.spec().info().media()) {
            return "\"" + node.id() + "\" needs the caller";
        }
        CompiledFlow entered = flow.entered(node);
        CompiledNode needing = entered == null ? null : flow.between().needingCaller(entered);
        return entered == null || needing == null
                ? null
                : "The flow \"" + entered.name() + "\" needs the caller at its node \"" + needing.id() + "\"";
    }

    /// Passing the node by does no harm where no caller comes; but one without exits would end the handler as well.
    private static @Nullable Fix fix(CheckedFlow flow, CompiledNode node) {
        return flow.graph().isDuringCall(node.index()) || node.exits().isEmpty()
                ? null
                : new Fix("Disable the node", document -> document.withNode(node.id(),
                        inner -> inner.withDisabled(true)));
    }
}
