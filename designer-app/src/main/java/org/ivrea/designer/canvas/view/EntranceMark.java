package org.ivrea.designer.canvas.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.text.FontWeight;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.presentation.Entrance;
import org.ivrea.designer.presentation.NodePresentation;

/// The flag above a box at which calls begin, or go on after a hang-up or an error.
final class EntranceMark extends Group {
    private static final double HEIGHT = 17;

    private final TextFitter texts;
    private final Messages messages;
    private final Label flag = new Label();

    EntranceMark(TextFitter texts, Messages messages) {
        this.texts = texts;
        this.messages = messages;
        setAutoSizeChildren(false);
        flag.getStyleClass().add("entrance");
        getChildren().add(flag);
    }

    void show(NodePresentation node) {
        BoxView.shown(this, !node.entrances().isEmpty());
        if (node.entrances().isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (Entrance entrance : Entrance.values()) {
            if (node.entrances().contains(entrance)) {
                names.add(messages.get("entrance." + entrance.name().toLowerCase(Locale.ROOT)));
            }
        }
        String text = String.join(" · ", names);
        flag.setText(text);
        flag.getStyleClass().setAll("entrance", node.start() ? "start" : "handler");
        flag.resizeRelocate(12, -HEIGHT, texts.width(text, texts.font(FontWeight.BOLD, 10)) + 16, HEIGHT);
    }
}
