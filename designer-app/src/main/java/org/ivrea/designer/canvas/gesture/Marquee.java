package org.ivrea.designer.canvas.gesture;

import java.util.TreeSet;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;

/// Selects what a rectangle touches; groups only where it holds all of them, and edges only where it holds no box.
final class Marquee implements Gesture {
    private final Workbench bench;
    private final GraphView view;
    private final Pointer start;
    private final Selection before;

    Marquee(Workbench bench, Pointer start) {
        this.bench = bench;
        this.view = bench.view();
        this.start = start;
        this.before = start.adds() ? bench.editor().selection() : Selection.NONE;
    }

    @Override
    public void drag(Pointer at) {
        Bounds area = area(at);
        view.interaction().showMarquee(area);
        view.emphasize(view.emphasis().selecting(before.plus(within(area))));
    }

    @Override
    public void drop(Pointer at) {
        view.interaction().clear();
        Bounds area = area(at);
        boolean click = area.width() * view.viewport().scale() < 3 && area.height() * view.viewport().scale() < 3;
        Selection selection = click ? before : before.plus(within(area));
        bench.editor().select(selection);
        view.emphasize(view.emphasis().selecting(bench.editor().selection()));
    }

    @Override
    public void cancel() {
        view.interaction().clear();
        view.emphasize(view.emphasis().selecting(bench.editor().selection()));
    }

    private Bounds area(Pointer at) {
        return Bounds.between(start.x(), start.y(), at.x(), at.y());
    }

    private Selection within(Bounds area) {
        var nodes = new TreeSet<String>();
        view.graph().forEachBoxIn(area, box -> {
            if (!box.node().isGroup() || area.contains(box.bounds())) {
                nodes.add(box.id());
            }
        });
        var edges = new TreeSet<ExitRef>();
        if (nodes.isEmpty()) {
            view.graph().forEachEdgeIn(area, edge -> {
                if (view.graph().route(edge).touches(area)) {
                    edges.add(edge.ref());
                }
            });
        }
        return new Selection(nodes, edges);
    }
}
