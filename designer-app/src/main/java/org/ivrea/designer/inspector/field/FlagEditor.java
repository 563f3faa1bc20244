package org.ivrea.designer.inspector.field;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.flow.json.Json;

/// Yes or no.
public final class FlagEditor extends FieldEditor {
    private final CheckBox box;

    public FlagEditor(Slot slot) {
        super(slot);
        box = new CheckBox(slot.spec().label());
        box.setId("field-" + Labels.id(slot.pointer().toString()));
        box.setOnAction(_ -> slot.set(Json.of(box.isSelected())));
    }

    @Override
    public Node view() {
        return box;
    }

    @Override
    public Node label() {
        return box;
    }

    @Override
    public void refresh() {
        box.setSelected(slot().meaning() == Json.Bool.TRUE);
    }
}
