package org.ivrea.designer.inspector.list;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// One name and its value.
final class EntryRow extends VBox {
    private static final Messages TEXTS = Messages.of(EntryRow.class);

    private final Slot slot;
    private final FieldEditor editor;
    private final @Nullable VariableDeclaration declaration;
    private final @Nullable TextField nameField;
    private final Button remove;
    private final VBox messages = new VBox(2);

    /// @param declaration of the flow that is meant; `null` when the name is the author's
    EntryRow(MapEditor map, Slot slot, String name, @Nullable VariableDeclaration declaration, MapNames names) {
        this.slot = slot;
        this.declaration = declaration;
        editor = slot.form().editorOf(slot);
        editor.control().setAccessibleText(name);
        getStyleClass().add("inspector-entry");
        remove = Labels.icon("x", TEXTS.get("map.remove", name), () -> map.remove(name));
        var header = new HBox(6);
        header.setAlignment(Pos.CENTER_LEFT);
        if (declaration == null) {
            var field = new TextField(name);
            nameField = field;
            field.setAccessibleText(TEXTS.get("map.name"));
            field.getStyleClass().add("inspector-mono");
            field.setOnAction(_ -> map.rename(name, field.getText().strip()));
            field.focusedProperty().addListener((_, _, focused) -> {
                if (!focused && !slot.form().isRefreshing() && field.getScene() != null) {
                    map.rename(name, field.getText().strip());
                }
            });
            HBox.setHgrow(field, Priority.ALWAYS);
            header.getChildren().add(field);
        } else {
            nameField = null;
            Label label = new Label(name);
            label.getStyleClass().add("inspector-mono");
            if (declaration.description() != null) {
                label.setTooltip(new Tooltip(declaration.description()));
            }
            Label type = Labels.muted(declaration.initial() == null
                    ? declaration.type()
                    : declaration.type() + " · " + TEXTS.get("map.optional"));
            type.setWrapText(false);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            header.getChildren().addAll(label, type, gap);
        }
        header.getChildren().add(remove);
        getChildren().addAll(header, editor.view(), messages);
        if (declaration == null && names.declared() != null) {
            getChildren().add(Marks.message(org.ivrea.flow.problem.Severity.WARNING,
                    TEXTS.get("map.undeclared", names.flow(), name)));
        }
    }

    boolean isFor(@Nullable VariableDeclaration other) {
        return Objects.equals(declaration, other);
    }

    JsonPointer pointer() {
        return slot.inDocument();
    }

    void refresh() {
        editor.refresh();
        boolean present = slot.value() != null;
        remove.setVisible(present);
    }

    /// @return those that were this row's
    List<Problem> show(List<Problem> problems) {
        List<Problem> own = problems.stream().filter(problem -> problem.pointer().isWithin(pointer())).toList();
        List<Problem> left = editor.show(own);
        messages.getChildren().setAll(left.stream().map(Marks::message).toList());
        messages.setManaged(!left.isEmpty());
        Marks.mark(editor.marked(), left.stream().map(Problem::severity).toList());
        return own;
    }

    void focusName() {
        if (nameField != null) {
            nameField.requestFocus();
            nameField.selectAll();
        } else {
            focusValue();
        }
    }

    void focusValue() {
        editor.control().requestFocus();
    }
}
