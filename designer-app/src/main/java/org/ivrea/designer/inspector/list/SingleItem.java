package org.ivrea.designer.inspector.list;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ivrea.designer.inspector.form.FieldEditor;

/// An item that is one value.
final class SingleItem extends ItemView {
    private final FieldEditor editor;

    SingleItem(Items items, int index) {
        super(items, index);
        editor = items.slot().form().editorOf(items.at(index));
        describe(editor);
        HBox.setHgrow(editor.view(), Priority.ALWAYS);
        line(List.of(editor.view()));
    }

    @Override
    List<FieldEditor> editors() {
        return List.of(editor);
    }
}
