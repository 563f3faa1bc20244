package org.ivrea.designer.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.field.JsonEditor;
import org.ivrea.designer.inspector.form.FieldRow;
import org.ivrea.designer.inspector.form.FormContext;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.PlainSpec;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.node.Field.Unit;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.flow.problem.Problem;

/// Fields that the node type does not have: of a later version, or misspelt. They are kept, and shown as JSON.
final class UnknownFields extends VBox {
    private static final Messages TEXTS = Messages.of(UnknownFields.class);

    private final FormContext form;
    private final Set<String> known;
    private final Map<String, FieldRow> rows = new LinkedHashMap<>();

    UnknownFields(FormContext form) {
        this.form = form;
        known = form.spec().fields().stream().map(FieldSpec::name).collect(Collectors.toSet());
        getStyleClass().add("inspector-form");
    }

    void refresh() {
        List<String> names = form.document().fields().keySet().stream().filter(name -> !known.contains(name)).toList();
        if (!List.copyOf(rows.keySet()).equals(names)) {
            rows.keySet().retainAll(names);
            getChildren().clear();
            names.forEach(name -> rows.computeIfAbsent(name, this::row));
            if (!names.isEmpty()) {
                Label title = Labels.muted(TEXTS.get("unknown.fields"));
                getChildren().add(title);
            }
            rows.forEach((name, row) -> {
                var remove = Labels.link(TEXTS.get("unknown.remove"), () -> row.editor().slot().reset());
                remove.setId("remove-" + Labels.id(name));
                getChildren().addAll(row, remove);
            });
        }
        rows.values().forEach(FieldRow::refresh);
        setManaged(!rows.isEmpty());
    }

    private FieldRow row(String name) {
        var spec = PlainSpec.of(name, name, new FieldKind.Text(TextKind.MULTILINE, ""), false, Unit.NONE);
        return new FieldRow(new JsonEditor(Slot.of(form, spec)));
    }

    /// @return those that are shown here
    List<Problem> show(List<Problem> problems) {
        List<Problem> shown = new ArrayList<>();
        rows.values().forEach(row -> {
            row.show(problems);
            shown.addAll(problems.stream()
                    .filter(problem -> problem.pointer().isWithin(row.editor().slot().inDocument())).toList());
        });
        return shown;
    }

    boolean has(String name) {
        return rows.containsKey(name);
    }

    void focus(String name) {
        FieldRow row = rows.get(name);
        if (row != null) {
            row.editor().control().requestFocus();
        }
    }
}
