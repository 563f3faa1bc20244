package org.ivrea.designer.edit;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ivrea.flow.document.FlowDocument;

/// What is selected in a flow: nodes (comments and groups among them) and edges.
///
/// @param nodes ids
/// @param edges wired exits
public record Selection(SortedSet<String> nodes, SortedSet<ExitRef> edges) {

    public static final Selection NONE = new Selection(Collections.emptySortedSet(), Collections.emptySortedSet());

    public Selection {
        nodes = Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
        edges = Collections.unmodifiableSortedSet(new TreeSet<>(edges));
    }

    public static Selection ofNodes(Collection<String> ids) {
        return new Selection(new TreeSet<>(ids), Collections.emptySortedSet());
    }

    public static Selection ofNode(String id) {
        return ofNodes(java.util.List.of(id));
    }

    public static Selection ofEdge(ExitRef edge) {
        return new Selection(Collections.emptySortedSet(), new TreeSet<>(java.util.List.of(edge)));
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && edges.isEmpty();
    }

    public boolean hasNode(String id) {
        return nodes.contains(id);
    }

    public boolean hasEdge(ExitRef edge) {
        return edges.contains(edge);
    }

    /// The node added, or taken out if it was in.
    public Selection toggled(String id) {
        var changed = new TreeSet<>(nodes);
        if (!changed.remove(id)) {
            changed.add(id);
        }
        return new Selection(changed, edges);
    }

    /// Everything that either has.
    public Selection plus(Selection other) {
        var allNodes = new TreeSet<>(nodes);
        allNodes.addAll(other.nodes);
        var allEdges = new TreeSet<>(edges);
        allEdges.addAll(other.edges);
        return new Selection(allNodes, allEdges);
    }

    /// Without what the document does not have.
    public Selection within(FlowDocument document) {
        var liveNodes = new TreeSet<>(nodes);
        liveNodes.removeIf(id -> document.node(id) == null);
        var liveEdges = new TreeSet<>(edges);
        liveEdges.removeIf(edge -> {
            var node = document.node(edge.node());
            return node == null || node.target(edge.exit()) == null;
        });
        return liveNodes.size() == nodes.size() && liveEdges.size() == edges.size()
                ? this
                : new Selection(liveNodes, liveEdges);
    }
}
