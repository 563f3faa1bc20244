package org.ivrea.designer.inspector.form;

/// Chooses the editor of a field.
@FunctionalInterface
public interface EditorFactory {
    FieldEditor editor(Slot slot);
}
