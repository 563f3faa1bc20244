package org.ivrea.designer.inspector.list;

import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.spec.FieldKind;

/// A list: items one below the other, to be added, removed and put into another order.
public final class ListEditor extends ItemsEditor<ItemView> {
    private static final Messages TEXTS = Messages.of(ListEditor.class);

    private final Hyperlink add = addLink(this::add);
    private final Label empty = Labels.muted(TEXTS.get("list.empty"));

    public ListEditor(Slot slot, FieldKind item) {
        super(slot, item, "list", 4);
        stack.getStyleClass().add("inspector-list");
    }

    private void add() {
        items.add();
        // Unless a listener has done so already.
        refresh();
        if (!shown.isEmpty()) {
            shown.getLast().focus(items.at(shown.size() - 1).inDocument());
        }
    }

    @Override
    protected Control adder() {
        return add;
    }

    @Override
    public void refresh() {
        int count = items.all().size();
        add.setDisable(count >= slot().spec().max());
        while (shown.size() > count) {
            shown.removeLast();
        }
        shown.forEach(ItemView::refresh);
        while (shown.size() < count) {
            shown.add(ItemView.of(items, shown.size()));
        }
        stackOr(empty);
    }
}
