package org.ivrea.designer.canvas.gesture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.model.Edge;
import org.ivrea.designer.canvas.route.Route;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.Annotations;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Moves;
import org.ivrea.designer.edit.Wires;
import org.jspecify.annotations.Nullable;

/// Moves the selected boxes. One box that is not wired yet can be dropped on an edge, which then leads through it.
final class MoveBoxes implements Gesture {
    private final Workbench bench;
    private final GraphView view;
    private final Pointer start;
    private final Box lead;
    private final Bounds leadStart;
    private final Map<Box, Bounds> before = new LinkedHashMap<>();
    private final Set<String> ids;
    private final Snap snap;
    private @Nullable Edge insertion;

    MoveBoxes(Workbench bench, Pointer start, Box lead) {
        this.bench = bench;
        this.view = bench.view();
        this.start = start;
        this.lead = lead;
        this.leadStart = lead.bounds();
        this.ids = Annotations.withContents(bench.document(), bench.editor().selection().nodes(), bench.sizes());
        for (String id : ids) {
            Box box = view.graph().box(id);
            if (box != null) {
                before.put(box, box.bounds());
            }
        }
        this.snap = new Snap(view, ids);
    }

    @Override
    public void drag(Pointer at) {
        Bounds rest = snap.rest(leadStart.movedBy(at.x() - start.x(), at.y() - start.y()));
        before.forEach((box, place) -> view.graph().place(box,
                place.movedBy(rest.x() - leadStart.x(), rest.y() - leadStart.y())));
        view.interaction().showGuides(snap.guides());
        insertion = insertion();
        view.emphasize(view.emphasis().inserting(insertion == null ? null : insertion.ref()));
        view.touch();
    }

    @Override
    public void drop(Pointer at) {
        drag(at);
        int dx = (int) Math.rint(lead.bounds().x() - leadStart.x());
        int dy = (int) Math.rint(lead.bounds().y() - leadStart.y());
        Edge into = insertion;
        end();
        Edit move = Moves.by(bench.document(), ids, dx, dy);
        if (into == null) {
            bench.apply(move);
        } else {
            ExitRef edge = into.ref();
            Edit insert = Wires.insert(bench.document(), edge, lead.id(), Exits.through(lead.node()));
            bench.apply(new Edit(insert.name(), document -> insert.change().apply(move.change().apply(document)),
                    insert.select(), null));
        }
    }

    @Override
    public void cancel() {
        before.forEach(view.graph()::place);
        end();
    }

    private void end() {
        view.interaction().clear();
        view.emphasize(view.emphasis().inserting(null));
        view.touch();
    }

    private @Nullable Edge insertion() {
        boolean loose = before.size() == 1 && !lead.node().annotation() && lead.in().isEmpty()
                && lead.out().isEmpty();
        return loose ? edgeUnder(view, lead.bounds(), List.of(lead.id())) : null;
    }

    /// The edge that runs through the middle of a box.
    static @Nullable Edge edgeUnder(GraphView view, Bounds box, List<String> except) {
        Bounds middle = new Bounds(box.x() + box.width() * 0.2, box.y(), box.width() * 0.6, box.height());
        Edge[] found = new Edge[1];
        double[] nearest = {Double.MAX_VALUE};
        view.graph().forEachEdgeIn(middle, edge -> {
            if (!except.contains(edge.from().id()) && !except.contains(edge.to().id())) {
                Route route = view.graph().throughRoute(edge, except);
                double distance = route.distance(box.centreX(), box.centreY());
                if (route.touches(middle) && distance < nearest[0]) {
                    nearest[0] = distance;
                    found[0] = edge;
                }
            }
        });
        return found[0];
    }
}
