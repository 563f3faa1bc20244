package org.ivrea.designer.workspace.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.ivrea.designer.edit.BoxSizes;
import org.ivrea.designer.edit.Boxes;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;

/// Where the selected boxes stand in the flow they are in, and where they go in their own.
final class Places {
    private static final int MARGIN = 80;
    private static final int GAP = 120;
    private static final int ROW = 100;
    private static final int WIDTH = 200;

    private final Map<String, LayoutEntry> boxes;
    private final LayoutEntry around;
    private final SequencedMap<String, LayoutEntry> before;

    Places(FlowDocument flow, Set<String> selected, BoxSizes sizes) {
        before = Boxes.places(flow);
        boxes = Boxes.sized(flow, selected, sizes);
        around = Boxes.around(boxes.values());
    }

    /// Where the node goes that takes their place: where the first of them stood.
    LayoutEntry middle() {
        return new LayoutEntry(around.x() + (around.width() - WIDTH) / 2 / 10 * 10, around.y());
    }

    /// The same picture, at the upper left.
    ///
    /// @param shift further to the right, for what comes before
    SequencedMap<String, LayoutEntry> moved(boolean shift) {
        SequencedMap<String, LayoutEntry> moved = new LinkedHashMap<>();
        int dx = MARGIN - around.x() + (shift ? WIDTH + GAP : 0);
        int dy = MARGIN - around.y();
        boxes.keySet().forEach(id -> {
            LayoutEntry place = before.get(id);
            if (place != null) {
                moved.put(id, place.movedTo(place.x() + dx, place.y() + dy));
            }
        });
        return moved;
    }

    LayoutEntry beginning() {
        return new LayoutEntry(MARGIN, MARGIN);
    }

    /// Where the nodes go by which the subflow returns: one below the other, right of all.
    LayoutEntry end(int number, boolean shift) {
        return new LayoutEntry(MARGIN + around.width() + GAP + (shift ? WIDTH + GAP : 0), MARGIN + number * ROW);
    }
}
