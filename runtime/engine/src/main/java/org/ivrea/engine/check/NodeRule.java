package org.ivrea.engine.check;

import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.spec.NodeContents;

/// A rule for each node by itself. Disabled nodes, and those of unknown type, do nothing and are not held to it.
abstract class NodeRule implements FlowRule {
    @Override
    public final void check(CheckedFlow flow, Findings findings) {
        for (CompiledNode node : flow.flow().nodes()) {
            NodeContents contents = node.contents();
            if (contents != null && !node.document().disabled()) {
                check(flow, node, contents, findings);
            }
        }
    }

    abstract void check(CheckedFlow flow, CompiledNode node, NodeContents contents, Findings findings);
}
