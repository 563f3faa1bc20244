package org.ivrea.designer.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.flow.document.LayoutEntry;

/// The comments on a node, which stand above it.
///
/// @param boxes from top to bottom
record CommentStack(Map<String, LayoutEntry> boxes) {
    static final CommentStack NONE = new CommentStack(Map.of());
    private static final int GAP = 10;

    static CommentStack of(List<String> ids, Map<String, LayoutEntry> boxes) {
        Map<String, LayoutEntry> stack = new LinkedHashMap<>();
        for (String id : ids) {
            LayoutEntry box = boxes.get(id);
            if (box != null) {
                stack.put(id, box);
            }
        }
        return new CommentStack(stack);
    }

    int width() {
        return boxes.values().stream().mapToInt(LayoutEntry::width).max().orElse(0);
    }

    int height() {
        return boxes.values().stream().mapToInt(box -> box.height() + GAP).sum();
    }

    /// The comments in their places.
    Map<String, LayoutEntry> above(LayoutEntry node) {
        Map<String, LayoutEntry> placed = new LinkedHashMap<>();
        int y = node.y() - height();
        for (Map.Entry<String, LayoutEntry> comment : boxes.entrySet()) {
            placed.put(comment.getKey(), comment.getValue().movedTo(node.x(), y));
            y += comment.getValue().height() + GAP;
        }
        return placed;
    }
}
