package org.ivrea.engine.check;

import com.google.auto.service.AutoService;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.problem.Fix;
import org.jspecify.annotations.Nullable;

/// Nodes to which no way leads from the start or a handler.
@AutoService(FlowRule.class)
public final class UnreachableNode implements FlowRule {
    static final String CODE = "node-unreachable";

    @Override
    public void check(CheckedFlow flow, Findings findings) {
        if (flow.flow().start() == CompiledNode.NOWHERE) {
            return;
        }
        Set<String> led = null;
        for (CompiledNode node : flow.flow().nodes()) {
            if (!node.document().isAnnotation() && !flow.graph().isReachable(node.index())) {
                led = led == null ? reachable(flow.flow().document()) : led;
                findings.warning(CODE, node, node.pointer(), "No call comes to \"" + node.id()
                        + "\", as no way leads here from the start; lead an exit to it, or remove it",
                        led.contains(node.id()) ? null : removal(node.id()));
            }
        }
    }

    private static Fix removal(String id) {
        return new Fix("Remove the node", flow -> reachable(flow).contains(id) ? flow : flow.withoutNode(id));
    }

    /// What can be reached as the document alone says it, whatever the node types say.
    private static Set<String> reachable(FlowDocument flow) {
        Set<String> reached = new HashSet<>();
        var open = new ArrayDeque<String>();
        add(flow.start(), reached, open);
        add(flow.handlers().hangup(), reached, open);
        add(flow.handlers().error(), reached, open);
        while (!open.isEmpty()) {
            NodeDocument node = flow.node(open.pop());
            if (node != null) {
                for (ExitTarget target : node.exits().values()) {
                    add(target.nodeId(), reached, open);
                }
            }
        }
        return reached;
    }

    private static void add(@Nullable String id, Set<String> reached, ArrayDeque<String> open) {
        if (id != null && reached.add(id)) {
            open.push(id);
        }
    }
}
