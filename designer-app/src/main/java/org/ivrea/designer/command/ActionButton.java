package org.ivrea.designer.command;

import javafx.scene.control.Button;
import org.ivrea.designer.theme.Hints;
import org.ivrea.designer.theme.Icons;

/// A button of a tool bar that does an action.
public final class ActionButton extends Button {

    /// @param withText false for the icon alone
    public ActionButton(Actions actions, String id, boolean withText) {
        Action action = actions.get(id);
        setId("button-" + id);
        setFocusTraversable(true);
        if (action.icon() != null) {
            setGraphic(Icons.of(action.icon(), 14));
        }
        getStyleClass().add(withText ? "tool-button" : "tool-icon");
        Hints.add(this, this::getAccessibleHelp);
        setOnAction(_ -> {
            action.runIfEnabled();
            actions.refresh();
        });
        actions.follow(() -> {
            String label = action.plainLabel();
            if (withText) {
                setText(label);
            }
            setAccessibleText(label);
            setDisable(!action.enabled().getAsBoolean());
            setAccessibleHelp(action.keys() == null ? label : label + "  " + action.keysText());
        });
    }
}
