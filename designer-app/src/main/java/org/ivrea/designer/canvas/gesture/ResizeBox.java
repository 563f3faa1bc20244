package org.ivrea.designer.canvas.gesture;

import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.edit.Annotations;
import org.ivrea.flow.document.LayoutEntry;

/// Makes a comment or group larger or smaller by its corner.
final class ResizeBox implements Gesture {
    private static final double LEAST_WIDTH = 80;
    private static final double LEAST_HEIGHT = 40;

    private final Workbench bench;
    private final Box box;
    private final Bounds before;
    private final Pointer start;

    ResizeBox(Workbench bench, Box box, Pointer start) {
        this.bench = bench;
        this.box = box;
        this.before = box.bounds();
        this.start = start;
    }

    @Override
    public void drag(Pointer at) {
        double right = Snap.onGrid(before.maxX() + at.x() - start.x());
        double bottom = Snap.onGrid(before.maxY() + at.y() - start.y());
        place(new Bounds(before.x(), before.y(), Math.max(LEAST_WIDTH, right - before.x()),
                Math.max(LEAST_HEIGHT, bottom - before.y())));
    }

    @Override
    public void drop(Pointer at) {
        drag(at);
        Bounds now = box.bounds();
        place(before);
        if (!now.equals(before)) {
            bench.apply(Annotations.resize(bench.document(), box.id(), new LayoutEntry((int) now.x(), (int) now.y(),
                    (int) Math.rint(now.width()), (int) Math.rint(now.height()))));
            bench.editor().seal();
        }
    }

    @Override
    public void cancel() {
        place(before);
    }

    private void place(Bounds bounds) {
        bench.view().graph().place(box, bounds);
        bench.view().touch();
    }
}
