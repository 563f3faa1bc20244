package org.ivrea.designer.call;

import java.net.URL;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.ivrea.designer.theme.Icons;

/// Small pieces that the call's views are made of.
final class Parts {
    private Parts() {}

    /// Gives a view the look of the call's views.
    static void style(Parent view, String styleClass) {
        URL sheet = Objects.requireNonNull(Parts.class.getResource("call.css"));
        view.getStylesheets().add(sheet.toExternalForm());
        view.getStyleClass().addAll("call-view", styleClass);
    }

    static Label label(String text, String... styleClasses) {
        var label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// What a view says while there is nothing to show: in the middle, wrapped where it is narrow.
    static Label empty(String text) {
        var label = label(text, "ivrea-muted", "view-empty");
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.CENTER);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Button iconButton(String id, String icon, String name, Runnable action) {
        var button = new Button(null, Icons.of(icon, 14));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon", "call-tool");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(_ -> action.run());
        return button;
    }

    static Button button(String id, String name, Runnable action) {
        var button = new Button(name);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
