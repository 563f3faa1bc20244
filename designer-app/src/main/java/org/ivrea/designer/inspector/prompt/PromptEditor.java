package org.ivrea.designer.inspector.prompt;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.list.ItemsEditor;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// What callers hear: recordings, texts, values, pauses and tones, one after the other.
public final class PromptEditor extends ItemsEditor<PartView> {
    private static final Messages TEXTS = Messages.of(PromptEditor.class);

    private final ListenLink listen;
    private final MenuButton add = new MenuButton(TEXTS.get("prompt.add"));
    private final HBox accessory;
    private final Node empty;

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
        empty = isMain() ? firstText() : Labels.muted(TEXTS.get("prompt.empty"));
        accessory = new HBox(6, listen, add);
        accessory.setAlignment(Pos.CENTER_RIGHT);
    }

    /// True for what a node is there to say; by convention the field has this name.
    private boolean isMain() {
        return slot().spec().required() || slot().spec().name().equals("prompt");
    }

    /// What is typed here becomes the first text; in that one the typing goes on.
    private TextField firstText() {
        var field = new TextField();
        // Tab leads straight to it. The menu is a key away.
        add.focusTraversableProperty().bind(field.parentProperty().isNull());
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                add.show();
                event.consume();
            }
        });
        field.setId(id("first"));
        field.setPromptText(TEXTS.get("prompt.first"));
        field.setAccessibleText(TEXTS.get("prompt.first"));
        field.textProperty().subscribe(text -> {
            if (!text.isEmpty()) {
                field.clear();
                add(Json.obj("text", Json.of(text)));
            }
        });
        return field;
    }

    private void add(PromptPart part) {
        add(part.fresh());
    }

    private void add(Json item) {
        items.insert(items.all().size(), item);
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
        if (shown.isEmpty() && empty instanceof TextField field) {
            field.requestFocus();
        } else if (shown.isEmpty()) {
            super.focusItself(pointer);
        } else {
            shown.getFirst().focus(pointer);
        }
    }
}
