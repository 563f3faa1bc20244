package org.ivrea.designer.inspector.list;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.jspecify.annotations.Nullable;

/// Shows several things one below the other, and beside the field's label what adds one.
public abstract class StackEditor extends FieldEditor {
    private static final Messages TEXTS = Messages.of(StackEditor.class);

    protected final VBox stack;

    /// @param kind    in the stack's id
    /// @param spacing in pixels
    protected StackEditor(Slot slot, String kind, double spacing) {
        super(slot);
        stack = new VBox(spacing);
        stack.setId(id(kind));
    }

    /// What adds one.
    protected abstract Control adder();

    protected final String id(String kind) {
        return kind + "-" + Labels.id(slot().pointer().toString());
    }

    /// What adds one, where there is one way only.
    final Hyperlink addLink(Runnable add) {
        var link = Labels.link(TEXTS.get("list.add"), add);
        link.setId(id("add"));
        link.setAccessibleText(TEXTS.get("list.addTo", slot().spec().label()));
        return link;
    }

    @Override
    public final Node view() {
        return stack;
    }

    @Override
    public final Node control() {
        return adder();
    }

    @Override
    public final Node marked() {
        return stack;
    }

    @Override
    public @Nullable Node accessory() {
        return adder();
    }
}
