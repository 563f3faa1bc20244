package org.ivrea.designer.canvas.gesture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.Annotations;
import org.ivrea.designer.edit.Boxes;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.Moves;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;

/// Puts copies of the selected boxes elsewhere: a drag with alt held.
final class CopyBoxes implements Gesture {
    private final Workbench bench;
    private final GraphView view;
    private final Pointer start;
    private final Bounds leadStart;
    private final List<Bounds> places = new ArrayList<>();
    private final Set<String> ids;
    private final Snap snap;

    CopyBoxes(Workbench bench, Pointer start, Box lead) {
        this.bench = bench;
        this.view = bench.view();
        this.start = start;
        this.leadStart = lead.bounds();
        this.ids = Annotations.withContents(bench.document(), bench.editor().selection().nodes(), bench.sizes());
        ids.forEach(id -> {
            Box box = view.graph().box(id);
            if (box != null) {
                places.add(box.bounds());
            }
        });
        this.snap = new Snap(view, Set.of());
    }

    @Override
    public void drag(Pointer at) {
        Bounds rest = rest(at);
        view.interaction().showGuides(snap.guides());
        view.interaction().showGhosts(places.stream()
                .map(place -> place.movedBy(rest.x() - leadStart.x(), rest.y() - leadStart.y())).toList());
    }

    private Bounds rest(Pointer at) {
        return snap.rest(leadStart.movedBy(at.x() - start.x(), at.y() - start.y()));
    }

    @Override
    public void drop(Pointer at) {
        Bounds rest = rest(at);
        view.interaction().clear();
        FlowDocument document = bench.document();
        Edit copy = Nodes.duplicate(document, ids);
        if (copy.select() == null) {
            return;
        }
        Set<String> copies = copy.select().nodes();
        LayoutEntry from = corner(document, ids);
        LayoutEntry to = corner(copy.change().apply(document), copies);
        int dx = (int) Math.rint(rest.x() - leadStart.x()) - (to.x() - from.x());
        int dy = (int) Math.rint(rest.y() - leadStart.y()) - (to.y() - from.y());
        bench.apply(new Edit(copy.name(), flow -> {
            FlowDocument copied = copy.change().apply(flow);
            return Moves.by(copied, copies, dx, dy).change().apply(copied);
        }, copy.select(), null));
    }

    private LayoutEntry corner(FlowDocument document, Set<String> of) {
        return Boxes.around(Boxes.sized(document, of, bench.sizes()).values());
    }

    @Override
    public void cancel() {
        view.interaction().clear();
    }
}
