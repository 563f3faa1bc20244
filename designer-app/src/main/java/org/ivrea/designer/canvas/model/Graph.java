package org.ivrea.designer.canvas.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.geometry.GridIndex;
import org.ivrea.designer.canvas.route.Route;
import org.ivrea.designer.canvas.route.Router;
import org.ivrea.designer.edit.Boxes;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.designer.presentation.BoxSize;
import org.ivrea.designer.presentation.ExitPresentation;
import org.ivrea.designer.presentation.NodePresentation;
import org.ivrea.designer.presentation.Presentations;
import org.ivrea.flow.document.LayoutEntry;
import org.jspecify.annotations.Nullable;

/// All boxes and edges of a flow, and an index of where they are. Follows the document, except while a gesture moves
/// boxes about. An edit costs by what it changes.
public final class Graph {
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final GridIndex<Box> boxIndex = new GridIndex<>();
    private final GridIndex<Edge> edgeIndex = new GridIndex<>();
    private Map<String, LayoutEntry> places = Map.of();
    private @Nullable Presentations shown;
    private @Nullable Bounds extent;

    public Collection<Box> boxes() {
        return Collections.unmodifiableCollection(boxes.values());
    }

    public @Nullable Box box(String id) {
        return boxes.get(id);
    }

    public @Nullable Edge edge(ExitRef ref) {
        Box box = boxes.get(ref.node());
        if (box != null) {
            for (Edge edge : box.out()) {
                if (edge.ref().equals(ref)) {
                    return edge;
                }
            }
        }
        return null;
    }

    public void forEachBoxIn(Bounds area, Consumer<? super Box> found) {
        boxIndex.forEachIn(area, found);
    }

    public List<Box> boxesIn(Bounds area) {
        return boxIndex.in(area);
    }

    /// The edges that may be seen in an area.
    public void forEachEdgeIn(Bounds area, Consumer<? super Edge> found) {
        edgeIndex.forEachIn(area, found);
    }

    /// Around all boxes; `null` for an empty flow.
    public @Nullable Bounds extent() {
        if (extent == null) {
            for (Box box : boxes.values()) {
                extent = extent == null ? box.bounds() : extent.union(box.bounds());
            }
        }
        return extent;
    }

    /// The way of an edge, looked for when nobody asked since something moved.
    public Route route(Edge edge) {
        Route route = edge.route();
        if (route == null) {
            route = throughRoute(edge, Set.of());
            edge.route(route);
        }
        return route;
    }

    /// The way that an edge would take if some boxes were not there.
    public Route throughRoute(Edge edge, Collection<String> without) {
        List<Bounds> around = new ArrayList<>();
        boxIndex.forEachIn(edge.ends().area(), box -> {
            if (!box.node().isGroup() && !without.contains(box.id())) {
                around.add(box.bounds());
            }
        });
        return Router.route(edge.ends(), around);
    }

    /// Shows what there is now, with every box where the document has it.
    public void update(Presentations next) {
        Presentations before = shown;
        shown = next;
        boolean sameNodes = before != null && before.nodes() == next.nodes();
        Map<String, LayoutEntry> layout = next.document().layout();
        places = next.nodes().keySet().stream().allMatch(layout::containsKey)
                ? layout
                : Boxes.places(next.document());
        if (sameNodes) {
            boxes.values().forEach(box -> place(box, place(box.node())));
            return;
        }
        List<Box> gone = boxes.values().stream().filter(box -> next.node(box.id()) == null).toList();
        gone.forEach(this::remove);
        Set<String> added = new HashSet<>();
        List<Box> rewired = new ArrayList<>();
        next.nodes().values().forEach(node -> show(node, added, rewired));
        if (!added.isEmpty() && before != null) {
            boxes.values().stream().filter(box -> leadsToOneOf(box.node(), added)).forEach(rewired::add);
        }
        rewired.forEach(this::rewire);
    }

    private void show(NodePresentation node, Set<String> added, List<Box> rewired) {
        Box box = boxes.get(node.id());
        if (box == null) {
            added.add(node.id());
            rewired.add(add(node, place(node)));
            return;
        }
        if (box.node() != node) {
            boolean wiring = !box.node().exits().equals(node.exits());
            box.show(node);
            if (wiring) {
                rewired.add(box);
            }
        }
        place(box, place(node));
    }

    private static boolean leadsToOneOf(NodePresentation node, Set<String> ids) {
        return node.exits().stream().anyMatch(exit -> exit.target() != null && ids.contains(exit.target()));
    }

    /// Puts a box elsewhere for the time being.
    public void place(Box box, Bounds place) {
        Bounds before = box.bounds();
        if (before.equals(place)) {
            return;
        }
        forgetRoutes(before.union(place));
        box.place(place);
        boxIndex.put(box, place);
        box.out().forEach(this::index);
        box.in().forEach(this::index);
        extent = null;
    }

    private Bounds place(NodePresentation node) {
        LayoutEntry entry = places.get(node.id());
        BoxSize size = BoxMetrics.size(node, entry);
        return entry == null
                ? new Bounds(0, 0, size.width(), size.height())
                : new Bounds(entry.x(), entry.y(), size.width(), size.height());
    }

    private Box add(NodePresentation node, Bounds place) {
        var box = new Box(node, place);
        boxes.put(box.id(), box);
        boxIndex.put(box, place);
        extent = null;
        forgetRoutes(place);
        return box;
    }

    private void remove(Box box) {
        forgetRoutes(box.bounds());
        unwire(box);
        for (Edge edge : List.copyOf(box.in())) {
            edgeIndex.remove(edge);
            edge.from().disconnectOut(edge);
        }
        boxes.remove(box.id());
        boxIndex.remove(box);
        extent = null;
    }

    private void unwire(Box box) {
        for (Edge edge : box.out()) {
            edgeIndex.remove(edge);
            edge.to().disconnectIn(edge);
        }
        box.clearOut();
    }

    private void rewire(Box box) {
        unwire(box);
        List<ExitPresentation> exits = box.node().exits();
        for (int row = 0; row < exits.size(); row++) {
            ExitPresentation exit = exits.get(row);
            Box target = exit.target() == null ? null : boxes.get(exit.target());
            if (target != null) {
                var edge = new Edge(new ExitRef(box.id(), exit.name()), box, target, row, exit.implicit());
                box.connectOut(edge);
                target.connectIn(edge);
                index(edge);
            }
        }
    }

    private void index(Edge edge) {
        edge.route(null);
        edgeIndex.put(edge, edge.ends().area());
    }

    private void forgetRoutes(Bounds area) {
        edgeIndex.forEachIn(area, edge -> edge.route(null));
    }
}
