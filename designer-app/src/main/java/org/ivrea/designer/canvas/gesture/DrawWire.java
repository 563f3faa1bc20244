package org.ivrea.designer.canvas.gesture;

import java.util.List;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.route.Ends;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.edit.Point;
import org.ivrea.designer.edit.Wires;
import org.ivrea.designer.presentation.BoxMetrics;
import org.jspecify.annotations.Nullable;

/// Leads an exit to a node; on empty canvas, to a node that is chosen then. By the head of an edge, empty canvas
/// detaches it.
final class DrawWire implements Gesture {
    private final Workbench bench;
    private final GraphView view;
    private final Box from;
    private final ExitRef exit;
    private final int row;
    private final boolean detaches;

    /// @param detaches true when the head of the exit's edge is dragged
    DrawWire(Workbench bench, Box from, ExitRef exit, int row, boolean detaches) {
        this.bench = bench;
        this.view = bench.view();
        this.from = from;
        this.exit = exit;
        this.row = row;
        this.detaches = detaches;
        view.emphasize(view.emphasis().wiring(exit, exit));
        view.touch();
    }

    @Override
    public void drag(Pointer at) {
        Box target = view.hits().targetAt(at.x(), at.y());
        view.emphasize(view.emphasis().targeting(target == null ? null : target.id()));
        if (target == null) {
            view.interaction().showWire(from.portX(), from.portY(row), at.x(), at.y(), from.bounds());
        } else {
            view.interaction().showWire(new Ends(from.portX(), from.portY(row), target.entryX(), target.entryY(),
                    from.bounds(), target.bounds(), 0));
        }
    }

    @Override
    public void drop(Pointer at) {
        Box target = view.hits().targetAt(at.x(), at.y());
        if (target != null) {
            end();
            bench.apply(view.graph().edge(exit) != null
                    ? Wires.retarget(exit, target.id())
                    : Wires.connect(exit, target.id()));
        } else if (detaches) {
            end();
            bench.apply(Wires.disconnect(List.of(exit)));
        } else {
            pick(at);
        }
    }

    /// The wire stays until the choice is made or given up.
    private void pick(Pointer at) {
        view.emphasize(view.emphasis().targeting(null));
        bench.pick(at.viewX(), at.viewY(), node -> bench.apply(Nodes.addWired(bench.document(), node,
                new Point((int) Snap.onGrid(at.x()), (int) Snap.onGrid(at.y() - BoxMetrics.TITLE_MIDDLE)), exit)),
                this::end);
    }

    @Override
    public void cancel() {
        end();
    }

    private void end() {
        view.interaction().clear();
        view.emphasize(view.emphasis().targeting(null).wiring(null, null));
        view.touch();
    }

    static @Nullable Gesture of(Workbench bench, @Nullable Box from, ExitRef exit, int row, boolean detaches) {
        return from == null || bench.isReadOnly() ? null : new DrawWire(bench, from, exit, row, detaches);
    }
}
