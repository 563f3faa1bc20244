package org.ivrea.designer.window;

import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;

/// What becomes of faults in the program itself: they are logged, and the person is told in words, once at a time.
/// Edits are safe, as they are in the journal.
public final class Failures implements Thread.UncaughtExceptionHandler {
    private static final Messages TEXTS = Messages.of(Failures.class);

    private final FailureLog log;
    private boolean telling;

    public Failures(FailureLog log) {
        this.log = log;
    }

    /// Catches what nothing else caught, on all threads.
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        log.add(thread.getName(), failure);
        Platform.runLater(() -> tell(failure));
    }

    private void tell(Throwable failure) {
        if (telling) {
            return;
        }
        telling = true;
        try {
            dialog(failure).showAndWait();
        } finally {
            telling = false;
        }
    }

    private Alert dialog(Throwable failure) {
        String details = FailureLog.details(failure);
        var copy = new ButtonType(TEXTS.get("failure.copy"), ButtonBar.ButtonData.LEFT);
        var alert = new Alert(Alert.AlertType.ERROR, null, copy,
                new ButtonType(TEXTS.get("failure.continue"), ButtonBar.ButtonData.OK_DONE));
        alert.setTitle("Ivrea");
        alert.setGraphic(null);
        alert.setHeaderText(TEXTS.get("failure.title"));
        alert.getDialogPane().setId("failure");
        var text = new Label(TEXTS.get("failure.text", log.file()));
        text.setWrapText(true);
        // Alerts are laid out lower than what they hold, which would cut it.
        text.setMinHeight(Region.USE_PREF_SIZE);
        var trace = new TextArea(details);
        trace.setEditable(false);
        trace.setPrefRowCount(10);
        trace.setMinHeight(Region.USE_PREF_SIZE);
        trace.getStyleClass().add("ivrea-mono");
        var more = new TitledPane(TEXTS.get("failure.details"), trace);
        more.setExpanded(false);
        more.setAnimated(false);
        // Not within the layout that changes the height: the window would get the height of before.
        more.heightProperty().addListener(
                _ -> Platform.runLater(() -> alert.getDialogPane().getScene().getWindow().sizeToScene()));
        var body = new VBox(10, text, more);
        body.setPrefWidth(520);
        body.setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setContent(body);
        var button = alert.getDialogPane().lookupButton(copy);
        button.setId("failure-copy");
        button.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            var content = new ClipboardContent();
            content.putString(details);
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        });
        return alert;
    }
}
