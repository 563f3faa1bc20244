package org.ivrea.designer.canvas.gesture;

import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.edit.Selection;
import org.jspecify.annotations.Nullable;

/// The mouse is down on a box: a click selects it, a drag moves it with all that is selected.
final class PressBox implements Gesture {
    private static final double THRESHOLD = 3;

    private final Workbench bench;
    private final Box box;
    private final Pointer start;
    private final boolean wasSelected;
    private @Nullable Gesture move;

    PressBox(Workbench bench, Box box, Pointer start) {
        this.bench = bench;
        this.box = box;
        this.start = start;
        Selection selection = bench.editor().selection();
        this.wasSelected = selection.hasNode(box.id());
        if (!wasSelected) {
            bench.editor().select(start.adds()
                    ? selection.plus(Selection.ofNode(box.id()))
                    : Selection.ofNode(box.id()));
        }
    }

    @Override
    public void drag(Pointer at) {
        if (move == null && !bench.isReadOnly()
                && Math.hypot(at.viewX() - start.viewX(), at.viewY() - start.viewY()) > THRESHOLD) {
            move = start.copies() ? new CopyBoxes(bench, start, box) : new MoveBoxes(bench, start, box);
        }
        if (move != null) {
            move.drag(at);
        }
    }

    @Override
    public void drop(Pointer at) {
        if (move != null) {
            move.drop(at);
        } else if (wasSelected) {
            Selection selection = bench.editor().selection();
            bench.editor().select(start.adds() ? selection.toggled(box.id()) : Selection.ofNode(box.id()));
        }
    }

    @Override
    public void cancel() {
        if (move != null) {
            move.cancel();
        }
    }

    @Override
    public boolean scrolls() {
        return move != null;
    }
}
