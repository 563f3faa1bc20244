package org.ivrea.designer.window;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.theme.Icons;

/// What the person should know or decide without being stopped: bars above the flows. Each stays until it is answered.
final class Notices extends VBox {
    private final Map<String, Node> bars = new LinkedHashMap<>();

    private final Runnable afterwards;

    /// @param afterwards run when a bar was answered: gives the focus a place, which its button had
    Notices(Runnable afterwards) {
        this.afterwards = afterwards;
        setId("notices");
    }

    /// Shows a bar; one with the same id is replaced.
    ///
    /// @param choices what can be done, by label; doing anything removes the bar
    void show(String id, String text, Map<String, Runnable> choices) {
        remove(id);
        var label = new Label(text, Icons.of("alert-circle", 14));
        label.setWrapText(true);
        // All of it, in as many lines as that takes.
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var bar = new HBox(8, label);
        bar.setId("notice-" + id);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("notice");
        choices.forEach((title, run) -> {
            var button = new Button(title);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setId("notice-" + id + "-" + bar.getChildren().size());
            button.setOnAction(_ -> {
                remove(id);
                run.run();
                afterwards.run();
            });
            bar.getChildren().add(button);
        });
        bars.put(id, bar);
        getChildren().add(bar);
    }

    void remove(String id) {
        Node bar = bars.remove(id);
        if (bar != null) {
            getChildren().remove(bar);
        }
    }
}
