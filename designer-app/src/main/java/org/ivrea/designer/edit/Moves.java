package org.ivrea.designer.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;

/// Edits that move boxes and change no logic.
public final class Moves {
    private static final int FEW = 16;

    private Moves() {}

    /// Moves boxes by the same distance: a drag.
    ///
    /// @param ids with what moves along, see [Annotations#withContents]
    public static Edit by(FlowDocument flow, Collection<String> ids, int dx, int dy) {
        return Edit.of(EditNames.of("move", EditNames.nodes(flow, ids)), document -> shifted(document, ids, dx, dy));
    }

    /// Moves boxes by the same distance, a step of the arrow keys. Steps of the same boxes are undone together.
    public static Edit nudge(FlowDocument flow, Collection<String> ids, int dx, int dy) {
        return by(flow, ids, dx, dy).mergingBy(List.of("nudge", new TreeSet<>(ids)));
    }

    /// Puts boxes in places; the others stay.
    ///
    /// @param places the new upper left corners; sizes stay
    public static Edit to(FlowDocument flow, Map<String, Point> places) {
        return Edit.of(EditNames.of("move", EditNames.nodes(flow, places.keySet())),
                document -> placed(document, places));
    }

    static FlowDocument placed(FlowDocument flow, Map<String, Point> places) {
        Map<String, LayoutEntry> now = Boxes.placesOf(flow, places.keySet());
        SequencedMap<String, LayoutEntry> changed = new LinkedHashMap<>();
        places.forEach((id, point) -> {
            LayoutEntry old = now.get(id);
            if (old != null) {
                changed.put(id, old.movedTo(point.x(), point.y()));
            }
        });
        return at(flow, changed);
    }

    private static FlowDocument shifted(FlowDocument flow, Collection<String> ids, int dx, int dy) {
        if (dx == 0 && dy == 0) {
            return flow;
        }
        Map<String, LayoutEntry> now = Boxes.placesOf(flow, ids);
        SequencedMap<String, LayoutEntry> changed = new LinkedHashMap<>();
        for (String id : ids) {
            LayoutEntry old = now.get(id);
            if (old != null) {
                changed.put(id, old.movedTo(old.x() + dx, old.y() + dy));
            }
        }
        return at(flow, changed);
    }

    /// Few places cost less one by one than all places at once.
    private static FlowDocument at(FlowDocument flow, SequencedMap<String, LayoutEntry> places) {
        if (places.size() > FEW) {
            return flow.withLayoutOf(places);
        }
        FlowDocument moved = flow;
        for (Map.Entry<String, LayoutEntry> place : places.entrySet()) {
            moved = moved.withLayout(place.getKey(), place.getValue());
        }
        return moved;
    }
}
