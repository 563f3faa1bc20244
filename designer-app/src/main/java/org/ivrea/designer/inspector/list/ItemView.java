package org.ivrea.designer.inspector.list;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.FieldRow;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;

/// An item of a list: what is most important of it in one line, the rest below when it is opened.
abstract class ItemView extends VBox implements ItemsEditor.Shown {
    private static final Messages TEXTS = Messages.of(ItemView.class);

    private final Items items;
    private final int index;
    private final HBox line = new HBox(4);
    private final VBox messages = new VBox(2);
    private final Button more;

    ItemView(Items items, int index) {
        this.items = items;
        this.index = index;
        setId("item-" + Labels.id(items.at(index).pointer().toString()));
        getStyleClass().add("inspector-item");
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("inspector-item-line");
        more = Labels.icon("more-vertical", TEXTS.get("item.more", index + 1), this::openMenu);
        more.getStyleClass().add("inspector-item-more");
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(line, messages);
    }

    static ItemView of(Items items, int index) {
        return items.kind() instanceof org.ivrea.engine.spec.FieldKind.Structure structure
                ? new StructureItem(items, index, structure.type())
                : new SingleItem(items, index);
    }

    final Items items() {
        return items;
    }

    final int index() {
        return index;
    }

    /// What stands in the first line, in front of the menu.
    final void line(List<Node> nodes) {
        line.getChildren().setAll(nodes);
        line.getChildren().add(more);
    }

    abstract List<FieldEditor> editors();

    /// Opens what is folded, where the pointer leads into it.
    void unfold(JsonPointer pointer) {}

    @Override
    public void refresh() {
        editors().forEach(FieldEditor::refresh);
    }

    @Override
    public final void show(List<Problem> problems) {
        List<Problem> own = new ArrayList<>(problems);
        for (FieldEditor editor : editors()) {
            List<Problem> inside = problems.stream()
                    .filter(problem -> problem.pointer().isWithin(editor.slot().inDocument())).toList();
            own.removeAll(inside);
            List<Problem> left = editor.show(inside);
            own.addAll(left);
            Marks.mark(editor.marked(), left.stream().map(Problem::severity).toList());
        }
        own.removeAll(shownBelow(problems));
        messages.getChildren().setAll(own.stream().map(Marks::message).toList());
        messages.setManaged(!own.isEmpty());
    }

    /// Problems that rows below the line show.
    List<Problem> shownBelow(List<Problem> problems) {
        return List.of();
    }

    @Override
    public final void focus(JsonPointer pointer) {
        unfold(pointer);
        FieldEditor found = editors().getFirst();
        for (FieldEditor editor : editors()) {
            if (pointer.isWithin(editor.slot().inDocument())) {
                found = editor;
            }
        }
        found.focus(pointer);
    }

    /// Fields of the first line have no label of their own.
    static void describe(FieldEditor editor) {
        String label = editor.slot().spec().label();
        editor.control().setAccessibleText(label);
        editor.prompt(label);
        editor.refresh();
    }

    static FieldRow row(FieldEditor editor) {
        return new FieldRow(editor);
    }

    private void pressed(KeyEvent event) {
        if (!event.isAltDown() || event.isConsumed()) {
            return;
        }
        if (event.getCode() == KeyCode.UP) {
            items.move(index, index - 1);
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            items.move(index, index + 1);
            event.consume();
        }
    }

    private void openMenu() {
        var menu = new ContextMenu(
                entry("item.up", index == 0, () -> items.move(index, index - 1), KeyCode.UP),
                entry("item.down", index == items.all().size() - 1, () -> items.move(index, index + 1), KeyCode.DOWN),
                entry("item.duplicate", false, () -> items.duplicate(index), null),
                entry("item.remove", false, () -> items.remove(index), null));
        menu.show(more, javafx.geometry.Side.BOTTOM, 0, 0);
    }

    private static MenuItem entry(String key, boolean disabled, Runnable action,
            @org.jspecify.annotations.Nullable KeyCode shortcut) {
        var entry = new MenuItem(TEXTS.get(key));
        entry.setId(key.replace('.', '-'));
        entry.setDisable(disabled);
        entry.setOnAction(_ -> action.run());
        if (shortcut != null) {
            entry.setAccelerator(new KeyCodeCombination(shortcut, KeyCombination.ALT_DOWN));
        }
        return entry;
    }
}
