package org.ivrea.designer.inspector;

import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.presentation.BoxMetrics;
import org.jspecify.annotations.Nullable;

/// Says of a label that is too long for the node's box what can be read there.
final class TitleHint extends Label {
    private static final Messages TEXTS = Messages.of(TitleHint.class);
    private static final double SIZE = 13;

    private final Text measured = new Text();
    private String label = "";
    private boolean badge;

    TitleHint() {
        setId("label-cut");
        getStyleClass().add("inspector-muted");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        // The style sheet's font comes after the first label.
        fontProperty().subscribe(_ -> measure());
    }

    /// @param newBadge whether the box has a badge, beside which there is less room
    void show(@Nullable String newLabel, boolean newBadge) {
        label = newLabel == null ? "" : newLabel;
        badge = newBadge;
        measure();
    }

    private void measure() {
        String text = label;
        double room = BoxMetrics.titleWidth(badge);
        boolean cut = width(text) > room;
        setVisible(cut);
        setManaged(cut);
        if (cut) {
            int length = text.length();
            while (length > 0 && width(text.substring(0, length) + "…") > room) {
                length--;
            }
            setText(TEXTS.get("label.long", text.substring(0, length).strip() + "…"));
        }
    }

    private double width(String text) {
        measured.setFont(Font.font(getFont().getFamily(), FontWeight.BOLD, SIZE));
        measured.setText(text);
        return measured.getLayoutBounds().getWidth();
    }
}
