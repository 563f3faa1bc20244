package org.ivrea.designer.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;

/// Edits that line boxes up. A group that is arranged takes its contents along.
public final class Arrange {
    private Arrange() {}

    /// Lines boxes up at the outermost of them, or at the middle of all.
    public static Edit align(FlowDocument flow, Set<String> ids, BoxSizes sizes, Alignment alignment) {
        Map<String, LayoutEntry> boxes = Boxes.sized(flow, ids, sizes);
        LayoutEntry all = Boxes.around(boxes.values());
        Map<String, Point> places = new LinkedHashMap<>();
        boxes.forEach((id, box) -> places.put(id, switch (alignment) {
            case LEFT -> new Point(all.x(), box.y());
            case CENTRE -> new Point(all.x() + (all.width() - box.width()) / 2, box.y());
            case RIGHT -> new Point(all.x() + all.width() - box.width(), box.y());
            case TOP -> new Point(box.x(), all.y());
            case MIDDLE -> new Point(box.x(), all.y() + (all.height() - box.height()) / 2);
            case BOTTOM -> new Point(box.x(), all.y() + all.height() - box.height());
        }));
        return moving(flow, places, sizes, EditNames.of(alignment.key(), EditNames.nodes(flow, ids)));
    }

    /// Spreads boxes so that the gaps between neighbours are equal; the outermost two stay.
    public static Edit distribute(FlowDocument flow, Set<String> ids, BoxSizes sizes, Axis axis) {
        boolean horizontal = axis == Axis.HORIZONTAL;
        ToIntFunction<LayoutEntry> start = horizontal ? LayoutEntry::x : LayoutEntry::y;
        ToIntFunction<LayoutEntry> length = horizontal ? LayoutEntry::width : LayoutEntry::height;
        Map<String, LayoutEntry> boxes = Boxes.sized(flow, ids, sizes);
        List<String> order = new ArrayList<>(boxes.keySet());
        order.sort(Comparator.comparingInt((String id) -> start.applyAsInt(boxes.getOrDefault(id, NOWHERE))));
        Map<String, Point> places = new LinkedHashMap<>();
        if (order.size() > 2) {
            LayoutEntry first = boxes.getOrDefault(order.getFirst(), NOWHERE);
            LayoutEntry last = boxes.getOrDefault(order.getLast(), NOWHERE);
            int taken = boxes.values().stream().mapToInt(length).sum();
            int span = start.applyAsInt(last) + length.applyAsInt(last) - start.applyAsInt(first);
            double gap = (span - taken) / (double) (order.size() - 1);
            double at = start.applyAsInt(first);
            for (String id : order.subList(0, order.size() - 1)) {
                LayoutEntry box = boxes.getOrDefault(id, NOWHERE);
                int rounded = (int) Math.round(at);
                places.put(id, horizontal ? new Point(rounded, box.y()) : new Point(box.x(), rounded));
                at += length.applyAsInt(box) + gap;
            }
        }
        return moving(flow, places, sizes, EditNames.of("distribute", EditNames.nodes(flow, ids)));
    }

    private static final LayoutEntry NOWHERE = new LayoutEntry(0, 0);

    private static Edit moving(FlowDocument flow, Map<String, Point> places, BoxSizes sizes, String name) {
        Map<String, Point> all = Annotations.takingContentsAlong(flow, places, sizes);
        return Edit.of(name, document -> Moves.placed(document, all));
    }
}
