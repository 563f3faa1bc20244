package org.ivrea.designer.canvas;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Hints;

/// Zoom out, the factor, zoom in, and fit.
final class ZoomControl extends HBox {
    private final Messages messages = Messages.of(ZoomControl.class);

    ZoomControl(CanvasActions actions, ReadOnlyDoubleProperty zoom) {
        setId("zoom");
        getStyleClass().add("zoom-control");
        Button factor = button("zoom-factor", percent(zoom.get()), "zoom.actual", actions::zoomToActualSize);
        factor.setMinWidth(58);
        zoom.addListener((_, _, now) -> factor.setText(percent(now.doubleValue())));
        getChildren().addAll(button("zoom-out", "−", "zoom.out", actions::zoomOut), factor,
                button("zoom-in", "+", "zoom.in", actions::zoomIn),
                button("zoom-fit", messages.get("zoom.fit"), "zoom.fit.help", actions::zoomToFit));
    }

    private Button button(String id, String text, String help, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setFocusTraversable(false);
        button.setAccessibleText(messages.get(help));
        Hints.add(button, () -> messages.get(help));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static String percent(double factor) {
        return Math.round(factor * 100) + " %";
    }
}
