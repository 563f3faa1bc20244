package org.ivrea.designer.canvas.gesture;

import java.util.Comparator;
import java.util.List;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.model.Graph;
import org.jspecify.annotations.Nullable;

/// The order in which the tab key goes through boxes: as they are read, by column and then downwards.
final class ReadingOrder {
    private static final Comparator<Box> ORDER = Comparator.<Box>comparingDouble(box -> box.bounds().x())
            .thenComparingDouble(box -> box.bounds().y()).thenComparing(Box::id);

    private ReadingOrder() {}

    /// @param current `null` for none, which gives the first
    /// @return `null` at the end
    static @Nullable Box next(Graph graph, @Nullable String current, boolean back) {
        List<Box> order = graph.boxes().stream().sorted(back ? ORDER.reversed() : ORDER).toList();
        Box from = current == null ? null : graph.box(current);
        int next = from == null ? 0 : order.indexOf(from) + 1;
        return next < order.size() ? order.get(next) : null;
    }

    /// The boxes that an edge can lead to, nearest first.
    static List<Box> targets(Graph graph, Box from) {
        return graph.boxes().stream().filter(box -> !box.node().annotation())
                .sorted(Comparator.comparingDouble(box -> Math.hypot(box.entryX() - from.portX(),
                        box.entryY() - from.entryY())))
                .toList();
    }
}
