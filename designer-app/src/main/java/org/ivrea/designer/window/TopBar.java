package org.ivrea.designer.window;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ivrea.designer.command.Action;
import org.ivrea.designer.command.ActionButton;
import org.ivrea.designer.command.Actions;
import org.ivrea.designer.theme.Icons;

/// Menus, undo, the way to every command, and what is done most.
final class TopBar extends HBox {

    /// Empty, as high as it will be.
    TopBar() {
        getStyleClass().add("top-bar");
        setId("top-bar");
    }

    /// Puts in the menus, and what is beside them.
    void fillLeft(MenuBar menus, Actions actions) {
        var name = new Label("Ivrea");
        name.getStyleClass().add("top-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        menus.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(name, menus, line(), new ActionButton(actions, "edit.undo", false),
                new ActionButton(actions, "edit.redo", false), line(), commands(actions.get("help.commands")), gap);
    }

    void fillRight(Node... buttons) {
        getChildren().addAll(buttons);
    }

    private static Separator line() {
        var line = new Separator(Orientation.VERTICAL);
        line.getStyleClass().add("top-line");
        return line;
    }

    private static Button commands(Action action) {
        var text = new Label(action.plainLabel());
        var keys = new Label(action.keysText());
        keys.getStyleClass().add("ivrea-key");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, Icons.of("search", 13), text, keys);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var button = new Button(null, line);
        button.setId("button-commands");
        button.getStyleClass().add("tool-button");
        button.setAccessibleText(action.plainLabel());
        button.setMinWidth(40);
        button.setOnAction(_ -> action.run().run());
        return button;
    }
}
