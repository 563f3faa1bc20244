package org.ivrea.designer.canvas;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;

/// What an empty flow shows: how to begin.
final class EmptyHint extends VBox {
    EmptyHint(Runnable add) {
        Messages messages = Messages.of(EmptyHint.class);
        setId("empty-hint");
        getStyleClass().add("empty-hint");
        setPickOnBounds(false);
        var title = new Label(messages.get("empty.title"));
        title.getStyleClass().add("empty-title");
        var text = new Label(messages.get("empty.text"));
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        var button = new Button(messages.get("empty.add"));
        button.setId("empty-add");
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> add.run());
        getChildren().addAll(Icons.of("phone-incoming", 32), title, text, button);
    }
}
