package org.ivrea.designer.inspector.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// A date, typed as 2026-12-24 or chosen from a calendar.
public final class DateEditor extends FieldEditor {
    private static final Messages TEXTS = Messages.of(DateEditor.class);

    private final DatePicker picker = new DatePicker();
    private @Nullable String objection;

    public DateEditor(Slot slot) {
        super(slot);
        picker.setId("field-" + Labels.id(slot.pointer().toString()));
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setPromptText("2026-12-24");
        picker.setConverter(new Iso());
        picker.getEditor().textProperty().addListener((_, _, text) -> {
            if (!slot.form().isRefreshing()) {
                typed(text.strip());
            }
        });
    }

    private void typed(String text) {
        LocalDate date = date(text);
        String before = objection;
        objection = text.isEmpty() || date != null ? null : TEXTS.get("date.wrong", text);
        if (objection == null) {
            slot().typeText(date == null ? "" : date.toString());
        }
        if (!Objects.equals(before, objection)) {
            objectionChanged();
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    @Override
    public Node view() {
        return picker;
    }

    @Override
    public boolean isNarrow() {
        return true;
    }

    @Override
    public void refresh() {
        Json value = slot().value();
        String text = value == null ? "" : Formats.plain(value);
        if (objection == null && !text.equals(picker.getEditor().getText().strip())) {
            slot().form().refresh(() -> {
                picker.setValue(date(text));
                picker.getEditor().setText(text);
            });
        }
    }

    @Override
    public @Nullable String objection() {
        return objection;
    }

    private static final class Iso extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate value) {
            return value == null ? "" : value.toString();
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            return text == null ? null : date(text.strip());
        }
    }
}
