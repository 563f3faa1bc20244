package org.ivrea.designer.palette;

import javafx.event.EventHandler;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.ivrea.designer.theme.Hints;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.spec.NodeSpec;
import org.jspecify.annotations.Nullable;

/// A node type in the palette.
///
/// It is dragged by a gesture of our own: the system's drag and drop is modal on some platforms, and absent on others.
final class PaletteItem extends HBox {
    private static final double DRAG_THRESHOLD = 4;

    private final NodeSpec spec;
    private final NodeDrop drop;
    private double pressedX;
    private double pressedY;
    private @Nullable DragGhost ghost;
    private final EventHandler<KeyEvent> escape = event -> {
        if (event.getCode() == KeyCode.ESCAPE) {
            endDrag();
            event.consume();
        }
    };

    PaletteItem(NodeSpec spec, NodeDrop drop) {
        this.spec = spec;
        this.drop = drop;
        getStyleClass().add("palette-item");
        setId("palette-" + spec.name());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spec.label());
        setAccessibleHelp(spec.info().help());
        getChildren().addAll(Icons.chip(spec.info().icon(), spec.group()), new Label(spec.label()));
        Hints.addTooltip(this, this::help);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnKeyPressed(this::key);
    }

    private Tooltip help() {
        var help = new Tooltip(spec.info().help());
        help.setShowDelay(Duration.millis(600));
        help.setWrapText(true);
        help.setMaxWidth(280);
        return help;
    }

    String type() {
        return spec.name();
    }

    String label() {
        return spec.label();
    }

    private void pressed(MouseEvent event) {
        pressedX = event.getSceneX();
        pressedY = event.getSceneY();
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            drop.add(type());
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (ghost == null && Math.hypot(event.getSceneX() - pressedX, event.getSceneY() - pressedY) > DRAG_THRESHOLD) {
            ghost = DragGhost.show(getScene(), spec);
            getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
            setCursor(Cursor.CLOSED_HAND);
        }
        DragGhost shown = ghost;
        if (shown != null) {
            boolean accepted = drop.accepts(event.getSceneX(), event.getSceneY());
            shown.moveTo(event.getSceneX(), event.getSceneY(), accepted);
            if (accepted) {
                drop.preview(event.getSceneX(), event.getSceneY());
            } else {
                drop.endPreview();
            }
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        if (ghost != null) {
            endDrag();
            if (drop.accepts(event.getSceneX(), event.getSceneY())) {
                drop.drop(type(), event.getSceneX(), event.getSceneY());
            }
            event.consume();
        }
    }

    private void endDrag() {
        DragGhost shown = ghost;
        if (shown != null) {
            ghost = null;
            shown.remove();
            getScene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            setCursor(null);
            drop.endPreview();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            drop.add(type());
            event.consume();
        }
    }
}
