package org.ivrea.designer.command;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ivrea.designer.theme.Icons;

/// Menus made of actions. They follow each [Actions#refresh].
public final class MenuItems {
    private final Actions actions;

    public MenuItems(Actions actions) {
        this.actions = actions;
    }

    /// @param ids of the actions, in order; `-` for a line between them
    public void fill(Menu menu, List<String> ids) {
        menu.getItems().setAll(ids.stream()
                .map(id -> id.equals("-") ? new SeparatorMenuItem() : item(actions.get(id))).toList());
    }

    public MenuItem item(Action action) {
        MenuItem item = action.selected() == null ? new MenuItem() : new CheckMenuItem();
        item.setId("menu-" + action.id());
        item.setMnemonicParsing(true);
        item.setAccelerator(action.keys());
        if (action.icon() != null && action.selected() == null) {
            item.setGraphic(Icons.of(action.icon(), 14));
        }
        item.setOnAction(_ -> {
            action.runIfEnabled();
            actions.refresh();
        });
        actions.follow(() -> {
            item.setText(action.label().get());
            item.setDisable(!action.enabled().getAsBoolean());
            if (item instanceof CheckMenuItem check && action.selected() != null) {
                check.setSelected(action.selected().getAsBoolean());
            }
        });
        return item;
    }
}
