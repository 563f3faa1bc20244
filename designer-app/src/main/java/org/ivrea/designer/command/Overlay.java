package org.ivrea.designer.command;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Something that lies over the window until it is closed: by Escape, by a click beside it, or by itself. The focus
/// goes back to where it was.
public final class Overlay {
    private final StackPane root;
    private final StackPane shade;
    private final @Nullable Node focusBefore;

    private Overlay(StackPane root, Region content) {
        this.root = root;
        this.focusBefore = root.getScene().getFocusOwner();
        this.shade = new StackPane(content);
        shade.getStyleClass().add("overlay");
        shade.setOnMousePressed(event -> {
            if (event.getTarget() == shade) {
                close();
            }
            event.consume();
        });
        shade.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            // Nothing behind it acts on keys.
            event.consume();
        });
    }

    /// @param root the root of the window
    public static Overlay show(StackPane root, Region content) {
        var overlay = new Overlay(root, content);
        root.getChildren().add(overlay.shade);
        return overlay;
    }

    public void close() {
        if (root.getChildren().remove(shade) && focusBefore != null && focusBefore.getScene() == root.getScene()) {
            focusBefore.requestFocus();
        }
    }
}
