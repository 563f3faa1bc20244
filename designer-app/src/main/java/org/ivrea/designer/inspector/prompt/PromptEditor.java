package org.ivrea.designer.inspector.prompt;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.list.ItemsEditor;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// What callers hear: recordings, texts, values, pauses and tones, one after the other.
public final class PromptEditor extends ItemsEditor<PartView> {
    private static final Messages TEXTS = Messages.of(PromptEditor.class);

    private final ListenLink listen;
    private final MenuButton add = new MenuButton(TEXTS.get("prompt.add"));
    private final HBox accessory;
    private final Label empty = Labels.muted(TEXTS.get("prompt.empty"));

    public PromptEditor(Slot slot) {
        // An item of a prompt is an object that is told apart by its members; no kind of field says that.
        super(slot, new FieldKind.MapOf(new FieldKind.TemplateText()), "prompt", 6);
        listen = new ListenLink(slot.form(), items::all);
        listen.setId(id("listen"));
        add.setId(id("add"));
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
        if (!shown.isEmpty()) {
            shown.getLast().focus(JsonPointer.ROOT);
        }
    }

    @Override
    protected Control adder() {
        return add;
    }

    @Override
    public @Nullable Node accessory() {
        return accessory;
    }

    @Override
    public void refresh() {
        List<PromptPart> kinds = items.all().stream().map(PromptPart::of).toList();
        for (int index = 0; index < kinds.size(); index++) {
            if (index == shown.size()) {
                shown.add(new PartView(items, index, kinds.get(index)));
            } else if (shown.get(index).part() != kinds.get(index)) {
                shown.set(index, new PartView(items, index, kinds.get(index)));
            } else {
                shown.get(index).refresh();
            }
        }
        while (shown.size() > kinds.size()) {
            shown.removeLast();
        }
        stackOr(empty);
        listen.refresh();
    }

    @Override
    protected void focusItself(JsonPointer pointer) {
        if (shown.isEmpty()) {
            super.focusItself(pointer);
        } else {
            shown.getFirst().focus(pointer);
        }
    }
}
