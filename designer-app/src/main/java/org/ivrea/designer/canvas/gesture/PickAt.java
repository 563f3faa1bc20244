package org.ivrea.designer.canvas.gesture;

import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.model.Edge;
import org.ivrea.designer.canvas.view.Viewport;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.edit.Point;
import org.ivrea.designer.edit.Wires;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// Adds nodes at a place: on the empty canvas, or into the edge that is there.
public final class PickAt {
    /// From a box to what is added behind it.
    static final int BESIDE = 280;

    private PickAt() {}

    /// Lets the author choose the type.
    public static void pick(Workbench bench, Pointer at) {
        if (!bench.isReadOnly()) {
            bench.pick(at.viewX(), at.viewY(), node -> add(bench, node, at.x(), at.y()), () -> {});
        }
    }

    /// Lets the author choose what an exit that leads nowhere leads to.
    static void pickBehind(Workbench bench, Box box, ExitRef exit, int row) {
        if (!bench.isReadOnly()) {
            var corner = new Point((int) Snap.onGrid(box.bounds().x() + BESIDE), (int) Snap.onGrid(box.bounds().y()));
            Viewport viewport = bench.view().viewport();
            bench.pick(viewport.viewX(box.portX()), viewport.viewY(box.portY(row)),
                    node -> bench.apply(Nodes.addWired(bench.document(), node, corner, exit)), () -> {});
        }
    }

    /// Adds a node with the middle of its title at a place.
    public static void add(Workbench bench, NodeDocument node, double x, double y) {
        Bounds place = place(x, y);
        Edge edge = edgeAt(bench, node, x, y);
        Point corner = new Point((int) place.x(), (int) place.y());
        bench.apply(edge == null
                ? Nodes.add(bench.document(), node, corner)
                : Wires.insertNew(bench.document(), edge.ref(), node, Exits.through(bench.preview(node)), corner));
    }

    /// Where a node added at a place would stand; its height is not known yet.
    public static Bounds place(double x, double y) {
        return new Bounds(Snap.onGrid(x - BoxMetrics.WIDTH / 2), Snap.onGrid(y - BoxMetrics.TITLE_MIDDLE),
                BoxMetrics.WIDTH, BoxMetrics.HEADER * 2);
    }

    /// The edge into which a node added at a place would go.
    public static @Nullable ExitRef insertion(Workbench bench, NodeDocument node, double x, double y) {
        Edge edge = edgeAt(bench, node, x, y);
        return edge == null ? null : edge.ref();
    }

    private static @Nullable Edge edgeAt(Workbench bench, NodeDocument node, double x, double y) {
        return node.isAnnotation() || bench.view().hits().boxAt(x, y) != null
                ? null
                : bench.view().hits().edgeAt(x, y, bench.view().viewport().scale() / 3);
    }
}
