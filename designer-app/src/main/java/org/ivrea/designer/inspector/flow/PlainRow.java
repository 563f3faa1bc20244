package org.ivrea.designer.inspector.flow;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.ivrea.designer.inspector.field.TextAreaEditor;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.designer.theme.CutText;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// A labelled control for something that no node type declares.
public final class PlainRow extends VBox {
    private final Control control;
    private final Runnable refresh;
    private final Label message = Marks.message(Severity.ERROR, "");

    private PlainRow(String id, String label, Control control, Consumer<PlainRow> wire, Runnable refresh) {
        this.control = control;
        this.refresh = refresh;
        control.setId(id);
        control.setAccessibleText(label);
        control.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("inspector-row");
        var title = new Label(label);
        title.getStyleClass().add("inspector-label");
        title.setLabelFor(control);
        getChildren().addAll(title, control, message);
        object(null);
        wire.accept(this);
    }

    /// Text that goes into the document while it is typed.
    public static PlainRow text(String id, String label, Supplier<String> get, Consumer<String> set) {
        var field = new TextField();
        CutText.watch(field);
        return typed(id, label, field, get, set);
    }

    public static PlainRow area(String id, String label, int lines, Supplier<String> get, Consumer<String> set) {
        var area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(lines);
        area.getStyleClass().add("inspector-area");
        TextAreaEditor.traverseByTab(area);
        return typed(id, label, area, get, set);
    }

    private static PlainRow typed(String id, String label, TextInputControl input, Supplier<String> get,
            Consumer<String> set) {
        var guard = new Guard();
        return new PlainRow(id, label, input, _ -> input.textProperty().addListener((_, _, text) -> {
            if (!guard.showing) {
                set.accept(text);
            }
        }), () -> guard.show(() -> {
            String text = get.get();
            if (!text.equals(input.getText())) {
                int caret = input.getCaretPosition();
                input.setText(text);
                input.positionCaret(Math.min(caret, text.length()));
            }
        }));
    }

    /// Text that is taken over when the author has finished typing it.
    ///
    /// @param objection why the text cannot be taken over; `null` when it can
    public static PlainRow finished(String id, String label, Supplier<String> get,
            Function<String, @Nullable String> objection, Consumer<String> set) {
        var field = new TextField();
        var guard = new Guard();
        return new PlainRow(id, label, field, row -> {
            Runnable finish = () -> {
                String text = field.getText().strip();
                if (!guard.showing && objection.apply(text) == null && !text.equals(get.get())) {
                    set.accept(text);
                }
            };
            field.textProperty().addListener((_, _, text) -> row
                    .object(guard.showing ? null : objection.apply(text.strip())));
            field.setOnAction(_ -> finish.run());
            field.focusedProperty().addListener((_, _, focused) -> {
                if (!focused) {
                    finish.run();
                }
            });
        }, () -> guard.show(() -> {
            String text = get.get();
            if (!field.isFocused() && !text.equals(field.getText()) || field.getText().isEmpty()) {
                field.setText(text);
            }
        }));
    }

    /// One of several; `null` stands for none.
    public static PlainRow choice(String id, String label, Supplier<List<String>> all,
            Function<@Nullable String, String> words, Supplier<@Nullable String> get,
            Consumer<@Nullable String> set) {
        var combo = new ComboBox<@Nullable String>();
        var guard = new Guard();
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                return words.apply(value);
            }

            @Override
            public @Nullable String fromString(@Nullable String text) {
                return text;
            }
        });
        return new PlainRow(id, label, combo, _ -> combo.setOnAction(_ -> {
            if (!guard.showing && !Objects.equals(combo.getValue(), get.get())) {
                set.accept(combo.getValue());
            }
        }), () -> guard.show(() -> {
            List<String> wanted = all.get();
            if (!wanted.equals(combo.getItems())) {
                combo.getItems().setAll(wanted);
            }
            combo.setValue(get.get());
        }));
    }

    public void refresh() {
        refresh.run();
    }

    /// Shows why what was typed cannot be taken over.
    public void object(@Nullable String objection) {
        message.setText(objection == null ? "" : objection);
        message.setVisible(objection != null);
        message.setManaged(objection != null);
        Marks.mark(control, objection == null ? List.of() : List.of(Severity.ERROR));
    }

    public Control control() {
        return control;
    }

    private static final class Guard {
        private boolean showing;

        void show(Runnable work) {
            showing = true;
            try {
                work.run();
            } finally {
                showing = false;
            }
        }
    }
}
