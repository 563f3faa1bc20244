package org.ivrea.designer.inspector.prompt;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.list.Items;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What callers hear: recordings, texts, values, pauses and tones, one after the other.
public final class PromptEditor extends FieldEditor {
    private static final Messages TEXTS = Messages.of(PromptEditor.class);

    private final Items items;
    private final VBox view = new VBox(6);
    private final List<PartView> parts = new ArrayList<>();
    private final ListenLink listen;
    private final MenuButton add = new MenuButton(TEXTS.get("prompt.add"));
    private final HBox accessory;
    private final Label empty = Labels.muted(TEXTS.get("prompt.empty"));

    public PromptEditor(Slot slot) {
        super(slot);
        // An item of a prompt is an object that is told apart by its members; no kind of field says that.
        items = new Items(slot, new FieldKind.MapOf(new FieldKind.TemplateText()));
        String id = Labels.id(slot.pointer().toString());
        view.setId("prompt-" + id);
        listen = new ListenLink(slot.form(), items::all);
        listen.setId("listen-" + id);
        add.setId("add-" + id);
        add.getStyleClass().addAll("inspector-add-menu", "flat");
        add.setAccessibleText(TEXTS.get("prompt.addTo", slot.spec().label()));
        for (PromptPart part : PromptPart.USUAL) {
            var entry = new MenuItem(TEXTS.get("part." + part.key()), Icons.of(part.icon()));
            entry.setId("add-part-" + part.key());
            entry.setOnAction(_ -> add(part));
            add.getItems().add(entry);
        }
        accessory = new HBox(6, listen, add);
        accessory.setAlignment(Pos.CENTER_RIGHT);
    }

    private void add(PromptPart part) {
        items.insert(items.all().size(), part.fresh());
        refresh();
        if (!parts.isEmpty()) {
            parts.getLast().focus(JsonPointer.ROOT);
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
        return accessory;
    }

    @Override
    public void refresh() {
        List<PromptPart> kinds = items.all().stream().map(PromptPart::of).toList();
        for (int index = 0; index < kinds.size(); index++) {
            if (index == parts.size()) {
                parts.add(new PartView(items, index, kinds.get(index)));
            } else if (parts.get(index).part() != kinds.get(index)) {
                parts.set(index, new PartView(items, index, kinds.get(index)));
            } else {
                parts.get(index).refresh();
            }
        }
        while (parts.size() > kinds.size()) {
            parts.removeLast();
        }
        List<? extends Node> wanted = parts.isEmpty() ? List.of(empty) : parts;
        if (!view.getChildren().equals(wanted)) {
            view.getChildren().setAll(wanted);
        }
        listen.refresh();
    }

    @Override
    public List<Problem> show(List<Problem> problems) {
        List<Problem> own = new ArrayList<>(problems);
        for (int index = 0; index < parts.size(); index++) {
            JsonPointer at = items.at(index).inDocument();
            List<Problem> inside = problems.stream().filter(problem -> problem.pointer().isWithin(at)).toList();
            parts.get(index).show(inside);
            own.removeAll(inside);
        }
        return own;
    }

    @Override
    public void focus(JsonPointer pointer) {
        for (int index = 0; index < parts.size(); index++) {
            if (pointer.isWithin(items.at(index).inDocument())) {
                parts.get(index).focus(pointer);
                return;
            }
        }
        if (parts.isEmpty()) {
            add.requestFocus();
        } else {
            parts.getFirst().focus(pointer);
        }
    }
}
