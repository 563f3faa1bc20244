package org.ivrea.designer.layout;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.ivrea.designer.edit.Annotations;
import org.ivrea.designer.edit.Boxes;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;

/// Places boxes from left to right in the order in which calls go through them. Takes its time: meant for a thread of
/// its own.
public final class Tidy {
    /// Up to so many nodes the picture counts more than the time.
    public static final int MOST_CAREFULLY = 500;
    /// More nodes are not tidied.
    public static final int MOST = 2_000;

    private static final Messages TEXTS = Messages.of(Tidy.class);

    private Tidy() {}

    /// Tidies the whole flow.
    ///
    /// @return moves all boxes in one undo step
    /// @throws TidyRefused           when the flow is too large
    /// @throws CancellationException when it was stopped
    public static Edit all(FlowDocument flow, TidyBoxes boxes, TidyProgress progress) throws TidyRefused {
        return edit(flow, flow.nodes().keySet(), boxes, progress, Set.of());
    }

    /// Tidies some nodes, and what lies inside the groups among them. Everything else stays where it is, and nothing is
    /// put on top of it.
    public static Edit selected(FlowDocument flow, Collection<String> ids, TidyBoxes boxes, TidyProgress progress)
            throws TidyRefused {
        Set<String> part = Annotations.withContents(flow, ids, boxes);
        Set<String> others = new TreeSet<>(flow.nodes().keySet());
        others.removeAll(part);
        return edit(flow, part, boxes, progress, others);
    }

    private static Edit edit(FlowDocument flow, Set<String> ids, TidyBoxes boxes, TidyProgress progress,
            Set<String> others) throws TidyRefused {
        if (ids.size() > MOST) {
            throw new TidyRefused(TEXTS.get(others.isEmpty() ? "tooLarge" : "tooMany", ids.size(), MOST));
        }
        Map<String, LayoutEntry> before = Boxes.sized(flow, ids, boxes);
        Map<String, LayoutEntry> placed = new LayeredPlacement(flow, before, boxes, progress).place();
        if (progress.isCancelled()) {
            throw new CancellationException("tidying was stopped");
        }
        LayoutEntry old = Boxes.around(before.values());
        Map<String, LayoutEntry> moved = FreePlace.near(old.x(), old.y(), placed,
                Boxes.sized(flow, withoutGroups(flow, others), boxes).values());
        String name = others.isEmpty() ? TEXTS.get("tidy.all") : TEXTS.get("tidy.some", ids.size());
        return Edit.of(name, document -> applied(document, moved));
    }

    /// A group around the selection is no obstacle.
    private static Set<String> withoutGroups(FlowDocument flow, Set<String> others) {
        Set<String> obstacles = new TreeSet<>(others);
        obstacles.removeIf(id -> {
            var node = flow.node(id);
            return node != null && node.type().equals(Annotations.GROUP);
        });
        return obstacles;
    }

    private static FlowDocument applied(FlowDocument flow, Map<String, LayoutEntry> places) {
        var changed = new LinkedHashMap<String, LayoutEntry>();
        places.forEach((id, place) -> {
            var node = flow.node(id);
            if (node != null) {
                changed.put(id, node.isAnnotation() ? place : new LayoutEntry(place.x(), place.y()));
            }
        });
        return flow.withLayoutOf(changed);
    }
}
