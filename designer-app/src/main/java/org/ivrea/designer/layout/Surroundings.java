package org.ivrea.designer.layout;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.designer.edit.Annotations;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// What belongs together by where it stands: boxes to the smallest group around them, comments to the node that is
/// nearest.
final class Surroundings {
    private static final int NEAR = 240;
    private static final LayoutEntry NOWHERE = new LayoutEntry(0, 0);

    private final FlowDocument flow;
    private final Map<String, LayoutEntry> boxes;
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, String> anchors = new HashMap<>();

    Surroundings(FlowDocument flow, Map<String, LayoutEntry> boxes) {
        this.flow = flow;
        this.boxes = boxes;
        boxes.forEach((id, box) -> {
            String group = smallestAround(id, box);
            if (group != null) {
                groups.put(id, group);
            }
        });
        boxes.forEach((id, box) -> {
            String nearest = isOf(id, Annotations.COMMENT) ? nearest(id, box) : null;
            if (nearest != null) {
                anchors.put(id, nearest);
            }
        });
    }

    /// @return `null` for a box in no group
    @Nullable
    String groupOf(String id) {
        return groups.get(id);
    }

    /// The node beside which a comment stands; `null` for one that stands alone, and for all that is no comment.
    @Nullable
    String anchorOf(String id) {
        return anchors.get(id);
    }

    /// Groups before those that lie inside them.
    Comparator<String> outermostFirst() {
        return Comparator.comparing((String id) -> -area(boxes.getOrDefault(id, NOWHERE)))
                .thenComparing(Comparator.naturalOrder());
    }

    /// The comments that stand beside a node, from top to bottom.
    List<String> commentsOf(String node) {
        return anchors.entrySet().stream().filter(entry -> entry.getValue().equals(node)).map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String id) -> boxes.getOrDefault(id, NOWHERE).y())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private @Nullable String smallestAround(String id, LayoutEntry box) {
        String smallest = null;
        long least = Long.MAX_VALUE;
        for (Map.Entry<String, LayoutEntry> other : boxes.entrySet()) {
            LayoutEntry frame = other.getValue();
            boolean larger = area(frame) > area(box) || area(frame) == area(box) && other.getKey().compareTo(id) < 0;
            if (larger && area(frame) < least && !other.getKey().equals(id) && isOf(other.getKey(), Annotations.GROUP)
                    && box.x() >= frame.x() && box.y() >= frame.y()
                    && box.x() + box.width() <= frame.x() + frame.width()
                    && box.y() + box.height() <= frame.y() + frame.height()) {
                smallest = other.getKey();
                least = area(frame);
            }
        }
        return smallest;
    }

    private @Nullable String nearest(String id, LayoutEntry comment) {
        String nearest = null;
        long least = NEAR;
        for (Map.Entry<String, LayoutEntry> other : boxes.entrySet()) {
            NodeDocument node = flow.node(other.getKey());
            if (node == null || node.isAnnotation()
                    || !java.util.Objects.equals(groups.get(id), groups.get(other.getKey()))) {
                continue;
            }
            long distance = distance(comment, other.getValue());
            if (distance < least) {
                nearest = other.getKey();
                least = distance;
            }
        }
        return nearest;
    }

    private boolean isOf(String id, String type) {
        NodeDocument node = flow.node(id);
        return node != null && node.type().equals(type);
    }

    private static long area(LayoutEntry box) {
        return (long) box.width() * box.height();
    }

    private static long distance(LayoutEntry a, LayoutEntry b) {
        long dx = Math.max(0, Math.max(b.x() - a.x() - a.width(), a.x() - b.x() - b.width()));
        long dy = Math.max(0, Math.max(b.y() - a.y() - a.height(), a.y() - b.y() - b.height()));
        return dx + dy;
    }
}
