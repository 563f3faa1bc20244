package org.ivrea.designer.theme;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Tells of a text that is longer than its field: the field has a mark at its right end, `:cut` in style sheets, and all
/// of the text in a tooltip.
public final class CutText {
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");
    private static final double WIDTH = 420;

    private final TextField field;
    private final Text measured = new Text();
    private @Nullable Tooltip tooltip;

    private CutText(TextField field) {
        this.field = field;
    }

    public static void watch(TextField field) {
        var cut = new CutText(field);
        field.textProperty().addListener(_ -> cut.look());
        field.widthProperty().addListener(_ -> cut.look());
        field.fontProperty().addListener(_ -> cut.look());
    }

    private void look() {
        String text = field.getText();
        boolean isCut = field.getWidth() > 0 && text != null && width(text) > field.getWidth()
                - field.snappedLeftInset() - field.snappedRightInset() - 1;
        field.pseudoClassStateChanged(CUT, isCut);
        if (isCut) {
            if (tooltip == null) {
                tooltip = new Tooltip();
                tooltip.setWrapText(true);
                tooltip.setMaxWidth(WIDTH);
                field.setTooltip(tooltip);
            }
            tooltip.setText(text);
        } else if (tooltip != null) {
            field.setTooltip(null);
            tooltip = null;
        }
    }

    private double width(String text) {
        measured.setFont(field.getFont());
        measured.setText(text);
        return measured.getLayoutBounds().getWidth();
    }
}
