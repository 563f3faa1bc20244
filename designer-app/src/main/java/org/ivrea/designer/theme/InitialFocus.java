package org.ivrea.designer.theme;

import javafx.application.Platform;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;

/// Lets a dialog begin in a field.
public final class InitialFocus {
    private InitialFocus() {}

    /// What is in the field is selected, so that typing replaces it.
    public static void in(TextField field, Dialog<?> dialog) {
        // Not at once: when a real window appears, the default button is given the focus after this event.
        dialog.setOnShown(_ -> Platform.runLater(() -> {
            field.requestFocus();
            field.selectAll();
        }));
    }
}
