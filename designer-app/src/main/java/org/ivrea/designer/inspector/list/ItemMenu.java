package org.ivrea.designer.inspector.list;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.jspecify.annotations.Nullable;

/// The button at an item of a list with what can be done with it: moved, also by Alt and an arrow anywhere in the item,
/// duplicated and removed.
public final class ItemMenu {
    private static final Messages TEXTS = Messages.of(ItemMenu.class);

    private final Items items;
    private final int index;
    private final Button button;

    /// @param item where the keys are taken
    public ItemMenu(Items items, int index, Node item) {
        this.items = items;
        this.index = index;
        button = Labels.icon("more-vertical", TEXTS.get("item.more", index + 1), this::open);
        item.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public Button button() {
        return button;
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

    private void open() {
        var menu = new ContextMenu(
                entry("item.up", index == 0, () -> items.move(index, index - 1), KeyCode.UP),
                entry("item.down", index == items.all().size() - 1, () -> items.move(index, index + 1), KeyCode.DOWN),
                entry("item.duplicate", false, () -> items.duplicate(index), null),
                entry("item.remove", false, () -> items.remove(index), null));
        menu.show(button, Side.BOTTOM, 0, 0);
    }

    private static MenuItem entry(String key, boolean disabled, Runnable action, @Nullable KeyCode shortcut) {
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
