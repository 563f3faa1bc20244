package org.ivrea.designer.palette;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.spec.NodeSpec;

/// What follows the pointer while a node type is dragged: a box as it will stand on the canvas.
final class DragGhost {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 36;
    private static final double REFUSED = 0.45;

    private final Pane layer;
    private final HBox box;

    private DragGhost(Pane layer, HBox box) {
        this.layer = layer;
        this.box = box;
    }

    /// @param scene its root must be a pane, whose layout the ghost takes no part in
    static DragGhost show(Scene scene, NodeSpec spec) {
        var label = new Label(spec.label());
        label.setStyle("-fx-font-weight: bold");
        var box = new HBox(8, Icons.chip(spec.info().icon(), spec.group()), label);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("palette-ghost");
        box.setId("palette-ghost");
        box.setManaged(false);
        box.setMouseTransparent(true);
        Pane layer = (Pane) scene.getRoot();
        layer.getChildren().add(box);
        box.resize(WIDTH, HEIGHT);
        return new DragGhost(layer, box);
    }

    void moveTo(double sceneX, double sceneY, boolean accepted) {
        box.relocate(sceneX + 6, sceneY + 6);
        box.setOpacity(accepted ? 1 : REFUSED);
    }

    void remove() {
        layer.getChildren().remove(box);
    }
}
