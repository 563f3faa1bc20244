package org.ivrea.designer.inspector.field;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ivrea.designer.inspector.field.TextFormat.Typed;
import org.ivrea.designer.inspector.form.Defaults;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.theme.CutText;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// A value in a text field. What is typed goes into the document at once when it means something; else it stays in the
/// field, with the reason below, and the document keeps what it had before the typing.
public class TypedEditor extends FieldEditor {
    private final TextField field = new TextField();
    private final TextFormat format;
    private final boolean narrow;
    private @Nullable String objection;
    private @Nullable Json objected;
    private @Nullable Json had;
    private boolean changed;
    private boolean restoring;

    public TypedEditor(Slot slot, TextFormat format, boolean narrow) {
        super(slot);
        this.format = format;
        this.narrow = narrow;
        field.setId("field-" + Labels.id(slot.pointer().toString()));
        field.getStyleClass().add("inspector-field");
        CutText.watch(field);
        field.setPromptText(Defaults.words(slot.spec()));
        field.textProperty().addListener((_, _, text) -> {
            if (!slot.form().isRefreshing()) {
                typed(text);
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                begin();
            } else {
                left();
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public final TextField field() {
        return field;
    }

    @Override
    public void prompt(String text) {
        if (field.getPromptText().isEmpty()) {
            field.setPromptText(text);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            left();
            slot().form().seal();
            begin();
        } else if (event.getCode() == KeyCode.ESCAPE && objection != null) {
            object(null);
            showDocument();
            event.consume();
        }
    }

    /// Text was typed: puts what it means into the document.
    protected void typed(String text) {
        switch (format.typed(text)) {
            case Typed.Value(Json json) -> {
                object(null);
                changed = true;
                commit(json);
            }
            case Typed.Nothing _ -> {
                object(null);
                changed = true;
                clear();
            }
            case Typed.Wrong(String message) -> {
                restore();
                object(message);
            }
        }
    }

    /// What is in the field is settled: what is typed from now on can be wrong by itself.
    protected final void begin() {
        had = slot().value();
        changed = false;
    }

    /// What was typed meant something for a moment: `2` on the way to `25:00`.
    private void restore() {
        if (!changed) {
            return;
        }
        changed = false;
        restoring = true;
        try {
            if (had == null) {
                clear();
            } else {
                slot().type(had);
            }
        } finally {
            restoring = false;
        }
    }

    /// Puts a value into the document.
    protected void commit(Json json) {
        if (json instanceof Json.Str(String text)) {
            slot().typeText(text);
        } else {
            slot().type(json);
        }
    }

    private void clear() {
        slot().typeText("");
    }

    /// The focus went elsewhere: the text is written in the usual way.
    protected void left() {
        if (objection == null && !slot().form().isRefreshing()) {
            slot().form().refresh(this::showDocument);
        }
    }

    @Override
    public Node view() {
        return field;
    }

    @Override
    public Node control() {
        return field;
    }

    @Override
    public boolean isNarrow() {
        return narrow;
    }

    @Override
    public void refresh() {
        if (restoring) {
            return;
        }
        Json now = slot().meaning();
        boolean unchanged = objection != null && Objects.equals(now, objected);
        if (!unchanged && !saysTheSame(now)) {
            object(null);
            slot().form().refresh(this::showDocument);
        }
    }

    private boolean saysTheSame(@Nullable Json now) {
        return switch (format.typed(field.getText())) {
            case Typed.Value(Json json) -> json.equals(now);
            case Typed.Nothing _ -> slot().value() == null && (field.isFocused() || now == null);
            case Typed.Wrong _ -> false;
        };
    }

    private void showDocument() {
        Json now = slot().meaning();
        String text = now == null ? "" : format.text(now);
        if (!text.equals(field.getText())) {
            int caret = field.getCaretPosition();
            slot().form().refresh(() -> field.setText(text));
            field.positionCaret(Math.min(caret, text.length()));
        }
    }

    private void object(@Nullable String message) {
        objected = slot().meaning();
        if (!Objects.equals(message, objection)) {
            objection = message;
            objectionChanged();
        }
    }

    /// Shows a reason why a key was not taken, until the next one.
    protected final void objectTo(String message) {
        object(message);
    }

    @Override
    public @Nullable String objection() {
        return objection;
    }
}
