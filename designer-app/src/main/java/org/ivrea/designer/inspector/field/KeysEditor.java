package org.ivrea.designer.inspector.field;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.PopOver;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Sheets;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.call.Keys;

/// Telephone keys: typed, or pressed on a keypad. Others are refused while they are typed.
public final class KeysEditor extends TypedEditor {
    private static final Messages TEXTS = Messages.of(KeysEditor.class);
    private static final String KEYPAD = "123A456B789C*0#D";

    private final HBox view;
    private final Button keypad = Labels.icon("grid", TEXTS.get("keys.keypad"), this::openKeypad);

    public KeysEditor(Slot slot) {
        super(slot, Formats.PLAIN, true);
        field().getStyleClass().add("inspector-mono");
        field().setTextFormatter(new TextFormatter<>(this::filtered));
        keypad.setFocusTraversable(false);
        HBox.setHgrow(field(), Priority.ALWAYS);
        field().setMinWidth(44);
        view = new HBox(2, field(), keypad);
        view.getStyleClass().add("inspector-with-button");
    }

    /// In a row of a list, where there is no room for the keypad's button.
    public KeysEditor withoutKeypad() {
        view.getChildren().remove(keypad);
        return this;
    }

    private TextFormatter.Change filtered(TextFormatter.Change change) {
        if (!change.isContentChange() || slot().form().isRefreshing()) {
            return change;
        }
        String text = change.getText().toUpperCase(Locale.ROOT).replace(" ", "");
        for (int index = 0; index < text.length(); index++) {
            if (!Keys.isKey(text.charAt(index))) {
                objectTo(TEXTS.get("keys.wrong", text.charAt(index)));
                return refused(change);
            }
        }
        boolean one = slot().spec().max() == 1;
        if (one && !text.isEmpty()) {
            // A second key takes the place of the first.
            change.setRange(0, change.getControlText().length());
            text = text.substring(text.length() - 1);
        }
        boolean shorter = text.length() != change.getText().length();
        change.setText(text);
        if (shorter || one) {
            int end = change.getRangeStart() + text.length();
            change.setCaretPosition(end);
            change.setAnchor(end);
        }
        return change;
    }

    private static TextFormatter.Change refused(TextFormatter.Change change) {
        change.setText("");
        change.setRange(change.getRangeStart(), change.getRangeStart());
        change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
        return change;
    }

    private void openKeypad() {
        var pad = new GridPane();
        pad.getStyleClass().add("inspector-keypad");
        var popover = new PopOver(pad);
        for (int index = 0; index < KEYPAD.length(); index++) {
            String key = KEYPAD.substring(index, index + 1);
            var button = new Button(key);
            button.setId("key-" + Labels.id(key.replace("*", "star").replace("#", "pound")));
            button.setAccessibleText(key);
            button.setOnAction(_ -> {
                String before = slot().spec().max() == 1 ? "" : field().getText();
                field().setText(before + key);
                if (slot().spec().max() == 1) {
                    popover.hide();
                }
            });
            pad.add(button, index % 4, index / 4);
        }
        var clear = new Button(TEXTS.get("keys.clear"));
        clear.setMaxWidth(Double.MAX_VALUE);
        clear.setOnAction(_ -> field().clear());
        pad.add(clear, 0, 4, 4, 1);
        popover.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popover.setAnimated(false);
        popover.setOnHidden(_ -> field().requestFocus());
        popover.show(keypad);
        popover.getScene().getStylesheets().add(Sheets.INSPECTOR);
    }

    @Override
    public Node view() {
        return view;
    }
}
