package org.ivrea.designer.inspector.field;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.flow.json.Json;

/// Text of several lines.
public final class TextAreaEditor extends FieldEditor {
    private final TextArea area = new TextArea();

    public TextAreaEditor(Slot slot) {
        super(slot);
        area.setId("field-" + Labels.id(slot.pointer().toString()));
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.getStyleClass().add("inspector-area");
        area.textProperty().addListener((_, _, text) -> {
            if (!slot.form().isRefreshing()) {
                slot.typeText(text);
            }
        });
        traverseByTab(area);
    }

    /// Tab goes on to the next field, as everywhere else in the form.
    public static void traverseByTab(Node area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                area.requestFocusTraversal(event.isShiftDown()
                        ? javafx.scene.TraversalDirection.PREVIOUS
                        : javafx.scene.TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    @Override
    public Node view() {
        return area;
    }

    @Override
    public void refresh() {
        Json value = slot().meaning();
        String text = value == null ? "" : Formats.plain(value);
        if (!text.equals(area.getText())) {
            int caret = area.getCaretPosition();
            slot().form().refresh(() -> area.setText(text));
            area.positionCaret(Math.min(caret, text.length()));
        }
    }
}
