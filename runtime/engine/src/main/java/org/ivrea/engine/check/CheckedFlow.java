package org.ivrea.engine.check;

import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledNode;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.node.FlowEntry;
import org.jspecify.annotations.Nullable;

/// A flow and what rules ask about it.
///
/// @param project the whole project that it belongs to
/// @param graph   how calls can go through it
/// @param between what is known across flows
public record CheckedFlow(CompiledProject project, CompiledFlow flow, FlowGraph graph,
        FlowRelations between) {

    /// The node as one that enters another flow.
    ///
    /// @return `null` for all others, and for disabled ones
    static @Nullable FlowEntry entry(CompiledNode node) {
        return node.node() instanceof FlowEntry entry && !node.document().disabled() && !entry.flow().name().isEmpty()
                ? entry
                : null;
    }

    /// The flow that the node enters; `null` when it enters none, or one that does not exist.
    public @Nullable CompiledFlow entered(CompiledNode node) {
        FlowEntry entry = entry(node);
        return entry == null ? null : project.flow(entry.flow().name());
    }
}
