package org.ivrea.designer.inspector;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.theme.Icons;
import org.jspecify.annotations.Nullable;

/// The top of the form: picture, what it is, and what it does.
final class NodeHeader extends HBox {
    private static final Messages TEXTS = Messages.of(NodeHeader.class);

    /// @param style of the picture: a group's name
    /// @param more  opens all that is known of the node type; `null` when nothing is
    NodeHeader(String icon, String style, String title, String help, @Nullable Runnable more) {
        super(10);
        getStyleClass().add("inspector-header");
        setAlignment(Pos.TOP_LEFT);
        var chip = new StackPane(Icons.of(icon));
        chip.getStyleClass().addAll("type-chip", "inspector-chip-large", style.toLowerCase(Locale.ROOT));
        chip.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        chip.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var name = new Label(title);
        name.setId("inspector-title");
        name.getStyleClass().add("inspector-title");
        name.setWrapText(true);
        Label words = Labels.muted(help);
        words.setId("inspector-help");
        var texts = new VBox(1, name, words);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(chip, texts);
        if (more != null) {
            var button = Labels.icon("help-circle", TEXTS.get("help", title), more);
            button.setId("inspector-reference");
            getChildren().add(button);
        }
    }
}
