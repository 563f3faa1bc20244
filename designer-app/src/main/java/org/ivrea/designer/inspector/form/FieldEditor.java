package org.ivrea.designer.inspector.form;

import java.util.List;
import javafx.scene.Node;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Shows and changes the value of one field.
public abstract class FieldEditor {
    private final Slot slot;
    private Runnable objectionListener = () -> {};

    protected FieldEditor(Slot slot) {
        this.slot = slot;
    }

    public final Slot slot() {
        return slot;
    }

    /// What is shown of it.
    public abstract Node view();

    /// Shows what the document says now. Leaves a control alone that says the same already, whatever its spelling, so
    /// that the caret stays.
    public abstract void refresh();

    /// The control that gets the focus.
    public Node control() {
        return view();
    }

    /// What problems are marked at.
    public Node marked() {
        return control();
    }

    /// Beside the label: the type of an expression, a button. `null` for nothing.
    public @Nullable Node accessory() {
        return null;
    }

    /// True for what fits in half the width of the form.
    public boolean isNarrow() {
        return false;
    }

    /// Shows a text in the field while it is empty and there is nothing else to show, where it has no label.
    public void prompt(String text) {}

    /// What stands in place of the field's label, such as a check box with it; `null` for the label.
    public @Nullable Node label() {
        return null;
    }

    /// Takes the problems of the values inside, and gives back those that are the whole field's.
    ///
    /// @param problems whose pointers lie at the slot or inside
    public List<Problem> show(List<Problem> problems) {
        return problems;
    }

    /// What is wrong with what was typed, when it could not be put into the document; `null` for nothing.
    public @Nullable String objection() {
        return null;
    }

    /// Told when [#objection] has changed.
    public final void onObjection(Runnable listener) {
        objectionListener = listener;
    }

    protected final void objectionChanged() {
        objectionListener.run();
    }

    /// Puts the focus at a value inside.
    ///
    /// @param pointer in the document, at the slot or inside it
    public void focus(JsonPointer pointer) {
        control().requestFocus();
    }
}
