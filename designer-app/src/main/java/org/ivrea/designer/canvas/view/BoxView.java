package org.ivrea.designer.canvas.view;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Box;
import org.jspecify.annotations.Nullable;

/// The scene-graph node of a box. Taken from a pool, it shows one box after another.
abstract class BoxView extends Region {
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");

    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");

    private @Nullable Box box;

    @Nullable
    Box box() {
        return box;
    }

    /// Shows a box, or shows it anew.
    ///
    /// @param detail how much of it can be read at this scale
    void show(Box newBox, Detail detail) {
        box = newBox;
        setId("node-" + newBox.id());
        Bounds at = newBox.bounds();
        resizeRelocate(at.x(), at.y(), at.width(), at.height());
    }

    void emphasize(Box shown, Emphasis emphasis, CallMarks marks) {
        pseudoClassStateChanged(SELECTED, emphasis.selection().hasNode(shown.id()));
        pseudoClassStateChanged(POINTED, shown.id().equals(emphasis.pointed()));
        pseudoClassStateChanged(TARGET, shown.id().equals(emphasis.target()));
        pseudoClassStateChanged(LIVE, shown.id().equals(marks.current()));
        BoxChange change = marks.changes().get(shown.id());
        pseudoClassStateChanged(ADDED, change == BoxChange.ADDED);
        pseudoClassStateChanged(CHANGED, change == BoxChange.CHANGED);
        pseudoClassStateChanged(REMOVED, change == BoxChange.REMOVED);
    }

    /// Shows nothing until it is used again.
    void release() {
        box = null;
        setId(null);
    }

    /// The parts of a box are put in their places when it is shown.
    @Override
    protected void layoutChildren() {}

    static void shown(Node node, boolean visible) {
        if (node.isVisible() != visible) {
            node.setVisible(visible);
        }
    }
}
