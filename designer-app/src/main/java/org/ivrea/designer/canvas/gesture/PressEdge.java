package org.ivrea.designer.canvas.gesture;

import java.util.TreeSet;
import java.util.function.Supplier;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.jspecify.annotations.Nullable;

/// The mouse is down on an exit, an edge or its head: a click selects the edge; a drag may wire it.
final class PressEdge implements Gesture {
    private static final double THRESHOLD = 4;

    private final Workbench bench;
    private final ExitRef edge;
    private final Pointer start;
    private final Supplier<@Nullable Gesture> wiring;
    private @Nullable Gesture wire;

    /// @param wiring begins the gesture that a drag is; `null` for none
    PressEdge(Workbench bench, ExitRef edge, Pointer start, Supplier<@Nullable Gesture> wiring) {
        this.bench = bench;
        this.edge = edge;
        this.start = start;
        this.wiring = wiring;
    }

    @Override
    public void drag(Pointer at) {
        if (wire == null && Math.hypot(at.viewX() - start.viewX(), at.viewY() - start.viewY()) > THRESHOLD) {
            wire = wiring.get();
        }
        if (wire != null) {
            wire.drag(at);
        }
    }

    @Override
    public void drop(Pointer at) {
        if (wire != null) {
            wire.drop(at);
            return;
        }
        Selection selection = bench.editor().selection();
        Selection clicked = bench.view().graph().edge(edge) == null
                ? Selection.ofNode(edge.node())
                : Selection.ofEdge(edge);
        if (start.adds() && selection.hasEdge(edge)) {
            var others = new TreeSet<>(selection.edges());
            others.remove(edge);
            bench.editor().select(new Selection(selection.nodes(), others));
        } else {
            bench.editor().select(start.adds() ? selection.plus(clicked) : clicked);
        }
    }

    @Override
    public void cancel() {
        if (wire != null) {
            wire.cancel();
        }
    }
}
