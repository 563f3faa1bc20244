package org.ivrea.designer.servers;

import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ivrea.deploy.remote.Fingerprint;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.ServerAddress;
import org.ivrea.deploy.remote.ServerCertificate;
import org.ivrea.deploy.remote.Target;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.InitialFocus;
import org.jspecify.annotations.Nullable;

/// Asks where a server is, and tries whether it answers.
final class ServerDialog {
    private static final Messages TEXTS = Parts.TEXTS;

    private final ServersModel model;
    private final @Nullable ServerEntry old;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final TextField name = new TextField();
    private final RadioButton byAddress = new RadioButton(TEXTS.get("server.byAddress"));
    private final RadioButton byFolder = new RadioButton(TEXTS.get("server.byFolder"));
    private final TextField address = new TextField();
    private final PasswordField token = new PasswordField();
    private final PathField authority = new PathField("server-authority", TEXTS.get("browse"));
    private final PathField folder = new PathField("server-folder", TEXTS.get("browse"));
    private final Label result = Parts.text("");
    private final Button attempt = Parts.button("server-try", TEXTS.get("try.connection"), "zap", this::attempt);
    private final Button trust = Parts.button("server-trust", TEXTS.get("trust.do"), "shield", () -> {});
    private @Nullable Fingerprint fingerprint;

    /// @param old the server that is edited; `null` for a new one
    ServerDialog(ServersModel model, @Nullable Window owner, @Nullable ServerEntry old) {
        this.model = model;
        this.old = old;
        Parts.prepare(dialog, owner, TEXTS.get(old == null ? "server.new" : "server.edit"));
        name.setId("server-name");
        address.setId("server-address");
        token.setId("server-token");
        result.setId("server-result");
        byFolder.setId("server-by-folder");
        byAddress.setId("server-by-address");
        address.setPromptText("https://ivr1.example.com:8723");
        token.setPromptText(TEXTS.get(old == null ? "server.token.hint" : "server.token.keep"));
        var kinds = new ToggleGroup();
        kinds.getToggles().addAll(byAddress, byFolder);
        authority.onBrowse(this::browseAuthority);
        folder.onBrowse(this::browse);
        var withAddress = new VBox(6, new Label(TEXTS.get("server.address")), address,
                new Label(TEXTS.get("server.token")), token, new Label(TEXTS.get("server.authority")), authority,
                Parts.text(TEXTS.get("server.authority.hint"), "ivrea-muted", "ivrea-small"));
        var withFolder = new VBox(6, new Label(TEXTS.get("server.folder")), folder,
                Parts.text(TEXTS.get("server.folder.hint"), "ivrea-muted", "ivrea-small"));
        withAddress.visibleProperty().bind(byAddress.selectedProperty());
        withAddress.managedProperty().bind(byAddress.selectedProperty());
        withFolder.visibleProperty().bind(byFolder.selectedProperty());
        withFolder.managedProperty().bind(byFolder.selectedProperty());
        trust.setVisible(false);
        trust.managedProperty().bind(trust.visibleProperty());
        result.managedProperty().bind(result.textProperty().isNotEmpty());
        var content = new VBox(6, new Label(TEXTS.get("server.name")), name, new HBox(16, byAddress, byFolder),
                withAddress, withFolder, new HBox(8, attempt, trust), result);
        content.getStyleClass().add("servers-dialog");
        content.setPrefWidth(500);
        content.setMinHeight(Region.USE_PREF_SIZE);
        result.setMinHeight(Region.USE_PREF_SIZE);
        dialog.getDialogPane().setContent(content);
        fill();
        buttons();
    }

    private void fill() {
        byAddress.setSelected(old == null || !old.isFolder());
        byFolder.setSelected(old != null && old.isFolder());
        if (old != null) {
            name.setText(old.name());
            fingerprint = old.fingerprint();
            address.setText(old.isFolder() ? "" : old.address());
            authority.show(old.authority());
            folder.show(old.folder());
        }
        // Who is vouched for by an authority needs no certificate of their own.
        authority.textProperty().subscribe(text -> {
            if (!text.isBlank()) {
                fingerprint = null;
            }
        });
        address.textProperty().subscribe(text -> {
            if (old == null || !text.strip().equals(old.address())) {
                fingerprint = null;
            }
        });
    }

    private void buttons() {
        var save = new ButtonType(TEXTS.get(old == null ? "server.add" : "server.save"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(save, Parts.cancel());
        var button = (Button) Objects.requireNonNull(dialog.getDialogPane().lookupButton(save));
        button.setId("server-save");
        Runnable check = () -> {
            boolean missing = name.getText().isBlank() || (byAddress.isSelected()
                    ? address.getText().isBlank() || (old == null && token.getText().isBlank())
                    : folder.isEmpty());
            button.setDisable(missing);
            attempt.setDisable(missing);
        };
        for (TextField field : new TextField[] {name, address, token}) {
            field.textProperty().subscribe(check);
        }
        folder.textProperty().subscribe(_ -> check.run());
        byAddress.selectedProperty().subscribe(check);
        button.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            if (entry() == null) {
                event.consume();
            }
        });
        InitialFocus.in(name, dialog);
    }

    void ask() {
        boolean saved = dialog.showAndWait().filter(type -> type.getButtonData() == ButtonBar.ButtonData.OK_DONE)
                .isPresent();
        ServerEntry entry = saved ? entry() : null;
        if (entry != null) {
            model.put(entry, token.getText().isBlank() ? null : token.getText().strip());
        }
        token.clear();
    }

    /// What is typed; `null` when it is wrong, which is then told.
    private @Nullable ServerEntry entry() {
        try {
            ServerEntry typed = byAddress.isSelected()
                    ? ServerEntry.at(name.getText().strip(), ServerAddress.parse(address.getText()), fingerprint)
                            .withAuthority(authority.file())
                    : ServerEntry.in(name.getText().strip(), Objects.requireNonNull(folder.file()));
            boolean taken = model.entries().stream().anyMatch(other -> other.name().equals(typed.name())
                    && (old == null || !other.id().equals(old.id())));
            if (taken) {
                tell(TEXTS.get("server.taken", typed.name()), "ivrea-error");
                return null;
            }
            return old == null ? typed : typed.withId(old.id());
        } catch (InvalidPathException e) {
            tell(TEXTS.get("server.folder.wrong", String.valueOf(e.getMessage())), "ivrea-error");
        } catch (IllegalArgumentException e) {
            tell(String.valueOf(e.getMessage()), "ivrea-error");
        }
        return null;
    }

    private void attempt() {
        ServerEntry entry = entry();
        if (entry == null) {
            return;
        }
        String typed = token.getText().strip();
        Target known = model.target(entry);
        Target target = known instanceof Target.ServerTarget server && !typed.isEmpty()
                ? server.withToken(() -> typed)
                : known;
        attempt.setDisable(true);
        trust.setVisible(false);
        tell(TEXTS.get("try.under"), "ivrea-muted");
        Consumer<ServerState> show = this::show;
        Thread.ofVirtual().name("ivrea-servers").start(() -> {
            ServerState state = model.ask(target);
            Platform.runLater(() -> show.accept(state));
        });
    }

    private void show(ServerState state) {
        attempt.setDisable(false);
        RemoteFailure failure = state.failure();
        if (failure == null) {
            String running = state.running();
            tell(running.isEmpty() ? TEXTS.get("try.good") : TEXTS.get("try.runs", running), "ivrea-success");
            return;
        }
        ServerCertificate certificate = failure.certificate();
        boolean open = certificate != null && failure.kind() == RemoteFailure.Kind.UNTRUSTED;
        tell(open ? Certificates.describe(Objects.requireNonNull(certificate)) : failure.getMessage(),
                open ? "ivrea-warning" : "ivrea-error");
        trust.setVisible(open);
        trust.setOnAction(_ -> {
            fingerprint = Objects.requireNonNull(certificate).fingerprint();
            attempt();
        });
    }

    private void tell(String text, String style) {
        result.getStyleClass().removeAll("ivrea-error", "ivrea-muted", "ivrea-success", "ivrea-warning");
        result.getStyleClass().add(style);
        result.setText(text);
        // The whole of a certificate's fingerprint must be seen, and the buttons below it.
        Window window = dialog.getDialogPane().getScene().getWindow();
        if (window != null) {
            window.sizeToScene();
        }
    }

    private void browse() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("server.folder"));
        folder.show(chooser.showDialog(dialog.getDialogPane().getScene().getWindow()));
    }

    private void browseAuthority() {
        var chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("server.authority"));
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter(TEXTS.get("server.authority.files"), "*.pem", "*.crt", "*.cer"),
                new FileChooser.ExtensionFilter(TEXTS.get("server.authority.all"), "*"));
        authority.show(chooser.showOpenDialog(dialog.getDialogPane().getScene().getWindow()));
    }
}
