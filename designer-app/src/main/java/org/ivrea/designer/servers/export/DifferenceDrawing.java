package org.ivrea.designer.servers.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.ivrea.deploy.difference.ChangeKind;
import org.ivrea.deploy.difference.FlowDifference;
import org.ivrea.deploy.difference.NodeDifference;
import org.ivrea.designer.canvas.view.BoxChange;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// A flow as it will be, with what is removed still in it, and which boxes changed how.
record DifferenceDrawing(FlowDocument document, Map<String, BoxChange> changes) {

    static DifferenceDrawing of(@Nullable FlowDocument before, @Nullable FlowDocument after,
            FlowDifference difference) {
        FlowDocument drawn = Objects.requireNonNull(after == null ? before : after);
        Map<String, BoxChange> changes = new HashMap<>();
        for (NodeDifference node : difference.nodes()) {
            NodeDocument removed = before == null ? null : before.node(node.id());
            if (node.kind() == ChangeKind.REMOVED && after != null && removed != null && before != null) {
                drawn = drawn.withNode(node.id(), removed);
                LayoutEntry place = before.layout().get(node.id());
                if (place != null) {
                    drawn = drawn.withLayout(node.id(), place);
                }
            }
            changes.put(node.id(), switch (node.kind()) {
                case ADDED -> BoxChange.ADDED;
                case REMOVED -> BoxChange.REMOVED;
                case CHANGED -> BoxChange.CHANGED;
            });
        }
        return new DifferenceDrawing(drawn, changes);
    }
}
