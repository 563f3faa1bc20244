package org.ivrea.designer.inspector.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The fields of a node, or of an object inside one, one below the other; small ones in pairs, and those that most
/// authors never change folded away.
public final class RecordForm extends VBox {
    private static final Messages TEXTS = Messages.of(RecordForm.class);

    private final List<FieldRow> rows = new ArrayList<>();
    private @Nullable TitledPane folded;

    /// @param slots where a field stands
    public RecordForm(FormContext form, List<FieldSpec> fields, Function<FieldSpec, Slot> slots) {
        getStyleClass().add("inspector-form");
        List<FieldRow> usual = new ArrayList<>();
        List<FieldRow> advanced = new ArrayList<>();
        for (FieldSpec field : fields) {
            var row = new FieldRow(form.editorOf(slots.apply(field)));
            rows.add(row);
            (field.advanced() ? advanced : usual).add(row);
        }
        arrange(this, usual);
        if (!advanced.isEmpty()) {
            fold(advanced);
        }
    }

    private void fold(List<FieldRow> advanced) {
        var content = new VBox();
        content.getStyleClass().add("inspector-form");
        arrange(content, advanced);
        TitledPane pane = new TitledPane(TEXTS.get("advanced", advanced.size()), content);
        pane.getStyleClass().add("inspector-fold");
        pane.setAnimated(false);
        pane.setExpanded(advanced.stream().anyMatch(row -> row.editor().slot().isSet()));
        getChildren().add(pane);
        folded = pane;
    }

    private static void arrange(VBox into, List<FieldRow> rows) {
        for (int index = 0; index < rows.size(); index++) {
            FieldRow row = rows.get(index);
            if (row.isNarrow() && index + 1 < rows.size() && rows.get(index + 1).isNarrow()) {
                into.getChildren().add(pair(row, rows.get(index + 1)));
                index++;
            } else {
                into.getChildren().add(row);
            }
        }
    }

    private static GridPane pair(FieldRow left, FieldRow right) {
        var pair = new GridPane();
        pair.getStyleClass().add("inspector-pair");
        for (int column = 0; column < 2; column++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            pair.getColumnConstraints().add(half);
        }
        pair.addRow(0, left, right);
        GridPane.setValignment(left, javafx.geometry.VPos.TOP);
        GridPane.setValignment(right, javafx.geometry.VPos.TOP);
        return pair;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void refresh() {
        rows.forEach(FieldRow::refresh);
    }

    /// Shows problems at their fields.
    ///
    /// @return those that are no field's
    public List<Problem> show(List<Problem> problems) {
        rows.forEach(row -> row.show(problems));
        if (folded != null && rows.stream().anyMatch(row -> row.editor().slot().spec().advanced()
                && row.hasProblems())) {
            folded.setExpanded(true);
        }
        return problems.stream().filter(problem -> rowOf(problem.pointer()) == null).toList();
    }

    private @Nullable FieldRow rowOf(JsonPointer pointer) {
        return rows.stream().filter(row -> pointer.isWithin(row.editor().slot().inDocument())).findFirst()
                .orElse(null);
    }

    /// Puts the focus at a field.
    ///
    /// @param pointer in the document; one that is no field's gets the first field
    public void focus(JsonPointer pointer) {
        FieldRow row = rowOf(pointer);
        if (row == null && !rows.isEmpty()) {
            row = rows.getFirst();
        }
        if (row != null) {
            if (folded != null && row.editor().slot().spec().advanced()) {
                folded.setExpanded(true);
            }
            row.focus(pointer);
        }
    }
}
