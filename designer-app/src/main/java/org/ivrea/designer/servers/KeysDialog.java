package org.ivrea.designer.servers;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ivrea.designer.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// The person's signing keys: made here, and shown as servers trust them.
public final class KeysDialog extends Dialog<ButtonType> {
    private static final Messages TEXTS = Parts.TEXTS;
    private static final int SHORTEST = 8;

    private final KeyRack rack;
    private final ListView<KeyRack.Key> list = new ListView<>();
    private final TextField owner = new TextField();
    private final PasswordField first = new PasswordField();
    private final PasswordField second = new PasswordField();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label hint = Parts.text(TEXTS.get("keys.hint"), "ivrea-small", "ivrea-muted");
    private final Button make = Parts.button("key-make", TEXTS.get("keys.make"), "key", this::make);
    private final Button copy = Parts.button("key-copy", TEXTS.get("keys.copy"), "copy", this::copy);
    private final Label story = Parts.text("", "ivrea-small");

    public KeysDialog(KeyRack rack, @Nullable Window window) {
        this.rack = rack;
        Parts.prepare(this, window, TEXTS.get("keys.title"));
        list.setId("key-list");
        owner.setId("key-owner");
        first.setId("key-passphrase");
        second.setId("key-passphrase-again");
        story.setId("key-story");
        owner.setPromptText(TEXTS.get("keys.owner.hint"));
        bar.getStyleClass().add("strength");
        bar.setMaxWidth(Double.MAX_VALUE);
        list.setPlaceholder(Parts.text(TEXTS.get("keys.none"), "ivrea-muted"));
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(key -> copy.setDisable(key == null));
        VBox.setVgrow(list, Priority.ALWAYS);
        var left = new VBox(8, caption("keys.yours"), list, new HBox(copy),
                Parts.text(TEXTS.get("keys.copy.hint"), "ivrea-muted", "ivrea-small"));
        HBox.setHgrow(left, Priority.ALWAYS);
        var right = new VBox(6, caption("keys.new"), new Label(TEXTS.get("keys.owner")), owner,
                new Label(TEXTS.get("keys.passphrase")), first, bar, hint, new Label(TEXTS.get("keys.again")), second,
                make, story);
        right.setPrefWidth(280);
        right.setMinWidth(280);
        var content = new HBox(24, left, right);
        content.setAlignment(Pos.TOP_LEFT);
        content.getStyleClass().add("servers-dialog");
        content.setPrefSize(720, 430);
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().setAll(Parts.close());
        for (TextField field : new TextField[] {owner, first, second}) {
            field.textProperty().subscribe(this::check);
        }
        setOnHidden(_ -> {
            first.clear();
            second.clear();
        });
        read(null);
    }

    private static Label caption(String key) {
        var caption = new Label(TEXTS.get(key));
        caption.getStyleClass().add("ivrea-title");
        return caption;
    }

    private void read(KeyRack.@Nullable Key select) {
        try {
            list.getItems().setAll(rack.keys());
            if (select != null) {
                list.getItems().stream().filter(key -> key.file().equals(select.file())).findFirst()
                        .ifPresent(list.getSelectionModel()::select);
            } else {
                list.getSelectionModel().selectFirst();
            }
        } catch (IOException e) {
            tell(TEXTS.get("keys.unreadable", String.valueOf(e.getMessage())), "ivrea-error");
        }
    }

    private void check() {
        String typed = first.getText();
        PassphraseStrength strength = PassphraseStrength.of(typed);
        bar.setProgress(PassphraseStrength.share(typed));
        bar.getStyleClass().removeAll("none", "weak", "fair", "strong");
        bar.getStyleClass().add(strength.name().toLowerCase(Locale.ROOT));
        hint.setText(TEXTS.get("keys.strength." + strength.name().toLowerCase(Locale.ROOT)));
        boolean differ = !second.getText().isEmpty() && !second.getText().equals(typed);
        tell(differ ? TEXTS.get("keys.differ") : "", "ivrea-error");
        make.setDisable(owner.getText().isBlank() || typed.length() < SHORTEST || !typed.equals(second.getText()));
    }

    private void make() {
        char[] passphrase = first.getText().toCharArray();
        String comment = owner.getText().strip();
        make.setDisable(true);
        tell(TEXTS.get("keys.making"), "ivrea-muted");
        Thread.ofPlatform().daemon().name("ivrea-key").start(() -> {
            try {
                KeyRack.Key key = rack.create(comment, passphrase);
                Platform.runLater(() -> made(key));
            } catch (IOException e) {
                Platform.runLater(() -> tell(TEXTS.get("keys.unwritten", String.valueOf(e.getMessage())),
                        "ivrea-error"));
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        });
    }

    private void made(KeyRack.Key key) {
        owner.clear();
        first.clear();
        second.clear();
        read(key);
        tell(TEXTS.get("keys.made"), "ivrea-success");
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(list.getSelectionModel().getSelectedItem().signer().line());
        Clipboard.getSystemClipboard().setContent(content);
        tell(TEXTS.get("keys.copied"), "ivrea-success");
    }

    private void tell(String text, String style) {
        story.getStyleClass().removeAll("ivrea-error", "ivrea-success", "ivrea-muted");
        story.getStyleClass().add(style);
        story.setText(text);
    }

    private static final class Cell extends ListCell<KeyRack.Key> {
        @Override
        protected void updateItem(KeyRack.@Nullable Key key, boolean empty) {
            super.updateItem(key, empty);
            if (key == null || empty) {
                setGraphic(null);
                return;
            }
            var title = new Label(key.title());
            var line = new Label(key.signer().line());
            line.getStyleClass().addAll("ivrea-mono", "ivrea-muted");
            line.setPrefWidth(220);
            setGraphic(new VBox(2, title, line));
        }
    }
}
