package org.ivrea.deploy.difference;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A flow that is not what it was.
///
/// @param name     of the flow's file
/// @param settings that changed: start, variables, handlers…
/// @param nodes    by id; all of them for a flow that was added or removed
/// @param moved    the nodes whose boxes stand elsewhere and that were there before
public record FlowDifference(String name, ChangeKind kind, List<FieldChange> settings, List<NodeDifference> nodes,
        SortedSet<String> moved) {
    public FlowDifference {
        settings = List.copyOf(settings);
        nodes = List.copyOf(nodes);
        moved = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(moved));
    }

    /// Whether calls may run differently for it; moved boxes, notes and comments make no difference.
    public boolean isLogic() {
        return kind != ChangeKind.CHANGED || !settings.isEmpty() || nodes.stream().anyMatch(NodeDifference::isLogic);
    }
}
