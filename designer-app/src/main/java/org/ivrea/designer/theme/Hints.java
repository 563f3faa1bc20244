package org.ivrea.designer.theme;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Tooltips that are made when the mouse first comes to what they are of: each is a window of its own, and most are
/// never seen.
public final class Hints {
    private Hints() {}

    /// @param text asked each time the tooltip is about to be shown
    public static void add(Node node, Supplier<String> text) {
        addTooltip(node, () -> {
            var tooltip = new Tooltip();
            tooltip.setOnShowing(_ -> tooltip.setText(text.get()));
            return tooltip;
        });
    }

    /// @param tooltip makes it
    public static void addTooltip(Node node, Supplier<Tooltip> tooltip) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip.install(node, tooltip.get());
            }
        });
    }
}
