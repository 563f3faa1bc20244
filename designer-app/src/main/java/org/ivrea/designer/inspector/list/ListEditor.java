package org.ivrea.designer.inspector.list;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A list: items one below the other, to be added, removed and put into another order.
public final class ListEditor extends FieldEditor {
    private static final Messages TEXTS = Messages.of(ListEditor.class);

    private final Items items;
    private final VBox view = new VBox(4);
    private final Hyperlink add;
    private final List<ItemView> shown = new ArrayList<>();
    private final Label empty = Labels.muted(TEXTS.get("list.empty"));

    public ListEditor(Slot slot, FieldKind item) {
        super(slot);
        items = new Items(slot, item);
        view.getStyleClass().add("inspector-list");
        view.setId("list-" + Labels.id(slot.pointer().toString()));
        add = Labels.link(TEXTS.get("list.add"), this::add);
        add.setId("add-" + Labels.id(slot.pointer().toString()));
        add.setAccessibleText(TEXTS.get("list.addTo", slot.spec().label()));
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
    public Node view() {
        return view;
    }

    @Override
    public Node control() {
        return add;
    }

    @Override
    public Node marked() {
        return view;
    }

    @Override
    public @Nullable Node accessory() {
        return add;
    }

    @Override
    public void refresh() {
        int count = items.all().size();
        add.setDisable(count >= slot().spec().max());
        if (shown.size() == count) {
            shown.forEach(ItemView::refresh);
        } else {
            while (shown.size() > count) {
                shown.removeLast();
            }
            shown.forEach(ItemView::refresh);
            while (shown.size() < count) {
                shown.add(ItemView.of(items, shown.size()));
            }
        }
        if (count == 0) {
            view.getChildren().setAll(empty);
        } else if (!view.getChildren().equals(shown)) {
            view.getChildren().setAll(shown);
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
        add.requestFocus();
    }
}
