package org.ivrea.designer.inspector.list;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;

/// A list of the document with a view for each item, in its order.
///
/// @param <V> the view of an item
public abstract class ItemsEditor<V extends Node & ItemsEditor.Shown> extends StackEditor {

    /// What the list asks of the view of an item.
    public interface Shown {

        /// Shows what the document says now.
        void refresh();

        /// @param problems at the item or inside it
        void show(List<Problem> problems);

        /// Puts the focus at a value inside.
        void focus(JsonPointer pointer);
    }

    protected final Items items;
    protected final List<V> shown = new ArrayList<>();

    /// @param item    what each item is
    /// @param kind    in the stack's id
    /// @param spacing in pixels
    protected ItemsEditor(Slot slot, FieldKind item, String kind, double spacing) {
        super(slot, kind, spacing);
        items = new Items(slot, item);
    }

    /// Puts the views on show, or what is said where there are none.
    protected final void stackOr(Node empty) {
        List<? extends Node> wanted = shown.isEmpty() ? List.of(empty) : shown;
        if (!stack.getChildren().equals(wanted)) {
            stack.getChildren().setAll(wanted);
        }
    }

    @Override
    public List<Problem> show(List<Problem> problems) {
        List<Problem> own = new ArrayList<>(problems);
        for (int index = 0; index < shown.size(); index++) {
            JsonPointer at = items.at(index).inDocument();
            List<Problem> inside = problems.stream().filter(problem -> problem.pointer().isWithin(at)).toList();
            shown.get(index).show(inside);
            own.removeAll(inside);
        }
        return own;
    }

    @Override
    public void focus(JsonPointer pointer) {
        for (int index = 0; index < shown.size(); index++) {
            if (pointer.isWithin(items.at(index).inDocument())) {
                shown.get(index).focus(pointer);
                return;
            }
        }
        focusItself(pointer);
    }

    /// The focus is not for any of the items.
    protected void focusItself(JsonPointer pointer) {
        adder().requestFocus();
    }
}
