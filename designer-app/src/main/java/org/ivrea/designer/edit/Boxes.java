package org.ivrea.designer.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;

/// Where the boxes of a flow stand and how far they reach.
public final class Boxes {
    private static final int COLUMN = 260;
    private static final int ROW = 160;
    private static final int PER_ROW = 8;
    private static final int MARGIN = 80;

    private Boxes() {}

    /// A place for every node: that of the layout, and for nodes that have none, as in a file written by hand, one below
    /// all others. The same document always gives the same places.
    public static SequencedMap<String, LayoutEntry> places(FlowDocument flow) {
        SequencedMap<String, LayoutEntry> places = new LinkedHashMap<>();
        int left = Integer.MAX_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (Map.Entry<String, LayoutEntry> entry : flow.layout().entrySet()) {
            LayoutEntry place = entry.getValue();
            left = Math.min(left, place.x());
            bottom = Math.max(bottom, place.y() + Math.max(ROW, place.height()));
        }
        int x0 = left == Integer.MAX_VALUE ? MARGIN : left;
        int y0 = bottom == Integer.MIN_VALUE ? MARGIN : bottom + MARGIN;
        int missing = 0;
        for (String id : flow.nodes().keySet()) {
            LayoutEntry place = flow.layout().get(id);
            if (place == null) {
                place = new LayoutEntry(x0 + missing % PER_ROW * COLUMN, y0 + missing / PER_ROW * ROW);
                missing++;
            }
            places.put(id, place);
        }
        return places;
    }

    /// The places of some nodes, as in [#places].
    static Map<String, LayoutEntry> placesOf(FlowDocument flow, Collection<String> ids) {
        Map<String, LayoutEntry> places = new LinkedHashMap<>();
        for (String id : ids) {
            LayoutEntry place = flow.layout().get(id);
            if (place == null) {
                return places(flow);
            }
            places.put(id, place);
        }
        return places;
    }

    /// The box with its size: that of the layout for a comment or group, else what the sizes say.
    public static LayoutEntry sized(String id, NodeDocument node, LayoutEntry place, BoxSizes sizes) {
        if (place.hasSize()) {
            return place;
        }
        BoxSize size = node.isAnnotation() ? Annotations.usualSize(node) : sizes.of(id, node);
        return place.resizedTo(size.width(), size.height());
    }

    /// The boxes of the nodes, all with their size.
    public static SequencedMap<String, LayoutEntry> sized(FlowDocument flow, Collection<String> ids,
            BoxSizes sizes) {
        SequencedMap<String, LayoutEntry> places = places(flow);
        SequencedMap<String, LayoutEntry> boxes = new LinkedHashMap<>();
        for (String id : ids) {
            NodeDocument node = flow.node(id);
            LayoutEntry place = places.get(id);
            if (node != null && place != null) {
                boxes.put(id, sized(id, node, place, sizes));
            }
        }
        return boxes;
    }

    /// The smallest box around all of them; of size 0 at the origin when there are none.
    public static LayoutEntry around(Collection<LayoutEntry> boxes) {
        if (boxes.isEmpty()) {
            return new LayoutEntry(0, 0);
        }
        int left = boxes.stream().mapToInt(LayoutEntry::x).min().orElseThrow();
        int top = boxes.stream().mapToInt(LayoutEntry::y).min().orElseThrow();
        int right = boxes.stream().mapToInt(box -> box.x() + box.width()).max().orElseThrow();
        int bottom = boxes.stream().mapToInt(box -> box.y() + box.height()).max().orElseThrow();
        return right == left || bottom == top
                ? new LayoutEntry(left, top)
                : new LayoutEntry(left, top, right - left, bottom - top);
    }
}
