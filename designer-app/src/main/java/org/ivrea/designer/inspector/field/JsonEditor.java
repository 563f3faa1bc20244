package org.ivrea.designer.inspector.field;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import org.ivrea.designer.inspector.field.TextFormat.Typed;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// A value that no form is known for, as JSON. Text that is no JSON stays in the field, and the document as it was.
public class JsonEditor extends FieldEditor {
    private static final int MOST_LINES = 16;

    private final TextArea area = new TextArea();
    private @Nullable String objection;

    public JsonEditor(Slot slot) {
        super(slot);
        area.setId("field-" + Labels.id(slot.pointer().toString()));
        area.getStyleClass().addAll("inspector-area", "inspector-mono");
        area.textProperty().addListener((_, _, text) -> {
            if (!slot.form().isRefreshing()) {
                typed(text);
            }
        });
        TextAreaEditor.traverseByTab(area);
    }

    /// The value that is shown.
    protected @Nullable Json current() {
        return slot().value();
    }

    /// Puts a value into the document.
    ///
    /// @return why that cannot be; `null` when it was done
    protected @Nullable String commit(Json value) {
        slot().type(value);
        return null;
    }

    private void typed(String text) {
        String before = objection;
        Supplier<@Nullable String> result = () -> switch (JsonTexts.typed(text)) {
            case Typed.Value(Json value) -> commit(value);
            case Typed.Nothing _ -> null;
            case Typed.Wrong(String message) -> message;
        };
        objection = result.get();
        if (!Objects.equals(before, objection)) {
            objectionChanged();
        }
    }

    @Override
    public Node view() {
        return area;
    }

    @Override
    public void refresh() {
        Json now = current();
        boolean same = objection != null
                || JsonTexts.typed(area.getText()) instanceof Typed.Value(Json shown) && shown.equals(now);
        if (same) {
            return;
        }
        String text = now == null ? "" : JsonTexts.of(now);
        int caret = area.getCaretPosition();
        slot().form().refresh(() -> area.setText(text));
        area.positionCaret(Math.min(caret, text.length()));
        area.setPrefRowCount(Math.clamp(text.lines().count(), 1, MOST_LINES));
    }

    @Override
    public @Nullable String objection() {
        return objection;
    }
}
