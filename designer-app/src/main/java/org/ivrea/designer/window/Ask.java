package org.ivrea.designer.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.InitialFocus;
import org.jspecify.annotations.Nullable;

/// Questions that must be answered before anything else happens.
final class Ask {
    private static final Messages TEXTS = Messages.of(Ask.class);

    private final Window owner;

    Ask(Window owner) {
        this.owner = owner;
    }

    /// @param choices labels, the usual one first; cancelling is added
    /// @return the index of the choice; -1 when the person cancelled
    int choose(String title, String text, List<String> choices) {
        var alert = new Alert(Alert.AlertType.CONFIRMATION);
        prepare(alert, title);
        alert.setHeaderText(title);
        alert.setContentText(text);
        List<ButtonType> buttons = choices.stream()
                .map(label -> new ButtonType(label, choices.indexOf(label) == 0
                        ? ButtonBar.ButtonData.OK_DONE
                        : ButtonBar.ButtonData.OTHER))
                .toList();
        alert.getButtonTypes().setAll(buttons);
        alert.getButtonTypes().add(new ButtonType(TEXTS.get("cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        return alert.showAndWait().map(buttons::indexOf).orElse(-1);
    }

    /// Says what did not work.
    void tell(String title, String text) {
        say(Alert.AlertType.ERROR, title, text);
    }

    void inform(String title, String text) {
        say(Alert.AlertType.INFORMATION, title, text);
    }

    private void say(Alert.AlertType type, String title, String text) {
        var alert = new Alert(type);
        prepare(alert, title);
        alert.setHeaderText(title);
        alert.setContentText(text);
        alert.showAndWait();
    }

    /// Asks for a text.
    ///
    /// @param check says what is wrong with it; `null` for nothing
    Optional<String> text(String title, String label, String value, Function<String, @Nullable String> check) {
        var dialog = new Dialog<String>();
        prepare(dialog, title);
        var field = new TextField(value);
        field.setId("ask-text");
        var error = new Label();
        error.getStyleClass().add("ivrea-error");
        error.setWrapText(true);
        var content = new VBox(6, new Label(label), field, error);
        content.setPrefWidth(380);
        dialog.setHeaderText(null);
        dialog.getDialogPane().setContent(content);
        var ok = new ButtonType(title, ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(ok,
                new ButtonType(TEXTS.get("cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        Node button = dialog.getDialogPane().lookupButton(ok);
        ((Button) button).setId("ask-ok");
        field.textProperty().subscribe(text -> {
            String wrong = check.apply(text.strip());
            error.setText(wrong == null || text.isEmpty() ? "" : wrong);
            button.setDisable(wrong != null);
        });
        dialog.setResultConverter(type -> type == ok ? field.getText().strip() : null);
        InitialFocus.in(field, dialog);
        return dialog.showAndWait();
    }

    /// Gives a dialog its title, its place over the window and its look.
    void prepare(Dialog<?> dialog, String title) {
        dialog.setTitle(title);
        dialog.setGraphic(null);
        if (owner.isShowing()) {
            dialog.initOwner(owner);
        }
        dialog.getDialogPane().setMaxWidth(520);
        dialog.getDialogPane().getStyleClass().add("ivrea-dialog");
    }
}
