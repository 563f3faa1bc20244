package org.ivrea.designer.inspector.list;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.RecordForm;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.spec.RecordSpec;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// An object in a field of its own: switched on, its fields are shown below.
public final class StructureEditor extends FieldEditor {
    private final RecordSpec type;
    private final CheckBox box;
    private final VBox view = new VBox(6);
    private @Nullable RecordForm form;

    public StructureEditor(Slot slot, RecordSpec type) {
        super(slot);
        this.type = type;
        box = new CheckBox(slot.spec().label());
        box.setId("field-" + Labels.id(slot.pointer().toString()));
        box.setOnAction(_ -> toggle());
    }

    private void toggle() {
        if (box.isSelected()) {
            slot().set(Json.obj());
        } else {
            slot().reset();
        }
        refresh();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node marked() {
        return box;
    }

    @Override
    public Node control() {
        return box;
    }

    @Override
    public Node label() {
        return box;
    }

    @Override
    public void refresh() {
        boolean on = slot().value() != null;
        box.setSelected(on);
        RecordForm shown = form;
        if (on && shown == null) {
            shown = new RecordForm(slot().form(), type.fields(), slot()::member);
            shown.getStyleClass().add("inspector-nested");
            form = shown;
            view.getChildren().add(shown);
        } else if (!on && shown != null) {
            view.getChildren().remove(shown);
            form = null;
        } else if (shown != null) {
            shown.refresh();
        }
    }

    @Override
    public List<Problem> show(List<Problem> problems) {
        return form == null ? problems : form.show(problems);
    }

    @Override
    public void focus(JsonPointer pointer) {
        if (form == null || pointer.equals(slot().inDocument())) {
            box.requestFocus();
        } else {
            form.focus(pointer);
        }
    }
}
