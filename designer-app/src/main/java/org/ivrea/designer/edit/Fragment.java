package org.ivrea.designer.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.NodeId;

/// A part of a flow that can be put into any flow: nodes, the wires among them, and their places.
///
/// @param nodes  by id; exits that left the part lead nowhere
/// @param places of all of them
record Fragment(SequencedMap<String, NodeDocument> nodes, SequencedMap<String, LayoutEntry> places) {

    /// @param change the flow with the part in it
    /// @param ids    the ids that its nodes have there
    record Paste(UnaryOperator<FlowDocument> change, List<String> ids) {}

    static Fragment of(FlowDocument flow, Collection<String> ids) {
        Map<String, LayoutEntry> all = Boxes.places(flow);
        SequencedMap<String, NodeDocument> nodes = new LinkedHashMap<>();
        SequencedMap<String, LayoutEntry> places = new LinkedHashMap<>();
        for (String id : ids) {
            NodeDocument node = flow.node(id);
            LayoutEntry place = all.get(id);
            if (node != null && place != null) {
                nodes.put(id, inner(node, ids));
                places.put(id, place);
            }
        }
        return new Fragment(nodes, places);
    }

    private static NodeDocument inner(NodeDocument node, Collection<String> ids) {
        NodeDocument kept = node;
        for (Map.Entry<String, ExitTarget> exit : node.exits().entrySet()) {
            String target = exit.getValue().nodeId();
            if (target != null && !ids.contains(target)) {
                kept = kept.withExit(exit.getKey(), null);
            }
        }
        return kept;
    }

    /// The upper left corner of the smallest box around all of them.
    Point corner() {
        LayoutEntry all = Boxes.around(places.values());
        return new Point(all.x(), all.y());
    }

    /// The part with ids that the flow does not have, its upper left corner at a point.
    Paste into(FlowDocument flow, Point at) {
        Map<String, String> newIds = new LinkedHashMap<>();
        for (Map.Entry<String, NodeDocument> node : nodes.entrySet()) {
            String wanted = unnumbered(node.getKey());
            newIds.put(node.getKey(), NodeId.unused(flow.node(node.getKey()) == null ? node.getKey() : wanted,
                    id -> flow.node(id) != null || newIds.containsValue(id)));
        }
        Point from = corner();
        SequencedMap<String, NodeDocument> added = new LinkedHashMap<>();
        SequencedMap<String, LayoutEntry> placed = new LinkedHashMap<>();
        newIds.forEach((id, newId) -> {
            NodeDocument node = nodes.get(id);
            LayoutEntry place = places.get(id);
            if (node != null && place != null) {
                added.put(newId, rewired(node, newIds));
                placed.put(newId, place.movedTo(place.x() - from.x() + at.x(), place.y() - from.y() + at.y()));
            }
        });
        return new Paste(document -> inserted(document, added, placed), List.copyOf(added.keySet()));
    }

    /// `menu` for `menu-2`: the copy of a copy is `menu-3`, not `menu-2-2`.
    private static String unnumbered(String id) {
        int dash = id.lastIndexOf('-');
        boolean numbered = dash > 0 && dash < id.length() - 1 && id.substring(dash + 1).chars().allMatch(
                c -> c >= '0' && c <= '9');
        return numbered ? id.substring(0, dash) : id;
    }

    private static NodeDocument rewired(NodeDocument node, Map<String, String> newIds) {
        NodeDocument wired = node;
        for (Map.Entry<String, ExitTarget> exit : node.exits().entrySet()) {
            String target = exit.getValue().nodeId();
            if (target != null) {
                wired = wired.withExit(exit.getKey(), newIds.get(target));
            }
        }
        return wired;
    }

    private static FlowDocument inserted(FlowDocument flow, SequencedMap<String, NodeDocument> added,
            SequencedMap<String, LayoutEntry> placed) {
        SequencedMap<String, NodeDocument> all = new LinkedHashMap<>(flow.nodes());
        all.putAll(added);
        FlowDocument changed = flow.withNodes(all).withLayoutOf(placed);
        if (changed.start() != null) {
            return changed;
        }
        for (Map.Entry<String, NodeDocument> node : added.entrySet()) {
            if (!node.getValue().isAnnotation()) {
                return changed.withStart(node.getKey());
            }
        }
        return changed;
    }
}
