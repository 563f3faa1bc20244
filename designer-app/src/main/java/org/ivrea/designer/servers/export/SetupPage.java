package org.ivrea.designer.servers.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.rollout.RolloutMode;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.servers.KeyRack;
import org.ivrea.designer.servers.KeysDialog;
import org.ivrea.designer.servers.Parts;
import org.ivrea.designer.servers.ServerEntry;
import org.ivrea.designer.servers.ServerState;
import org.ivrea.designer.servers.ServersModel;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.pack.SigningKey;
import org.jspecify.annotations.Nullable;

/// What goes where, signed by whom.
final class SetupPage extends ExportPage {
    private static final Messages TEXTS = Messages.of(Parts.class);

    private final ServersModel servers;
    private final ExportPlan plan;
    private final TextField name = new TextField();
    private final TextField version = new TextField();
    private final ComboBox<KeyRack.Key> key = new ComboBox<>();
    private final PasswordField passphrase = new PasswordField();
    private final VBox list = new VBox(6);
    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private final RadioButton all = new RadioButton(TEXTS.get("mode.all"));
    private final RadioButton many = new RadioButton(TEXTS.get("mode.many"));
    private final Label wrong = Parts.text("", "ivrea-error");
    private final GridPane grid = new GridPane();
    private final Runnable follower = this::showServers;

    SetupPage(ServersModel servers, ExportPlan plan, String project) {
        super("setup", 16);
        this.servers = servers;
        this.plan = plan;
        name.setId("export-name");
        name.setText(NodeId.from(project));
        version.setId("export-version");
        key.setId("export-key");
        passphrase.setId("export-passphrase");
        all.setId("export-all");
        many.setId("export-many");
        wrong.setId("export-setup-wrong");
        key.setMaxWidth(Double.MAX_VALUE);
        key.setPromptText(TEXTS.get("key.choose"));
        key.setConverter(new StringConverter<>() {
            @Override
            public String toString(KeyRack.@Nullable Key shown) {
                return shown == null ? "" : shown.title();
            }

            @Override
            public KeyRack.@Nullable Key fromString(String text) {
                return null;
            }
        });
        version.setText(suggested());
        fill();
        for (TextField field : new TextField[] {name, version, passphrase}) {
            field.textProperty().subscribe(this::check);
        }
        key.valueProperty().subscribe(_ -> check());
    }

    private void fill() {
        grid.setHgap(12);
        grid.setVgap(8);
        GridPane.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(key, Priority.ALWAYS);
        grid.addRow(0, new Label(TEXTS.get("export.name")), name);
        grid.addRow(1, new Label(TEXTS.get("export.version")), version);
        grid.addRow(2, new Label(TEXTS.get("export.key")), new HBox(6, key,
                Parts.button("export-new-key", TEXTS.get("keys"), "key", this::keys)));
        grid.addRow(3, new Label(TEXTS.get("export.passphrase")), passphrase);
        grid.getChildren().forEach(child -> {
            if (child instanceof Label label) {
                label.setMinWidth(Region.USE_PREF_SIZE);
            }
        });
        var modes = new ToggleGroup();
        modes.getToggles().addAll(all, many);
        all.setSelected(true);
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("export-servers");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.getChildren().addAll(grid, caption("export.servers"), scroll, caption("export.mode"),
                new VBox(6, all, Parts.text(TEXTS.get("mode.all.hint"), "ivrea-muted", "ivrea-small", "export-indent"),
                        many, Parts.text(TEXTS.get("mode.many.hint"), "ivrea-muted", "ivrea-small", "export-indent")),
                wrong);
    }

    private static Label caption(String id) {
        var caption = new Label(TEXTS.get(id));
        caption.getStyleClass().add("ivrea-title");
        return caption;
    }

    /// One more than what runs anywhere; 1.0.0 where nothing does.
    private String suggested() {
        String newest = servers.entries().stream().map(entry -> servers.state(entry).inventory())
                .filter(Objects::nonNull).map(inventory -> inventory.active(name.getText())).filter(Objects::nonNull)
                .map(PackageInfo::version).max(Versions.ORDER).orElse("");
        return newest.isEmpty() ? "1.0.0" : Versions.next(newest);
    }

    private void readKeys() {
        KeyRack.Key before = key.getValue();
        try {
            key.getItems().setAll(servers.keys().keys());
            key.getItems().stream().filter(found -> before != null && found.file().equals(before.file())).findFirst()
                    .or(() -> key.getItems().stream().findFirst()).ifPresent(key::setValue);
        } catch (IOException e) {
            wrong.setText(TEXTS.get("keys.unreadable", String.valueOf(e.getMessage())));
        }
    }

    private void showServers() {
        list.getChildren().clear();
        List<ServerEntry> entries = servers.entries();
        if (entries.isEmpty()) {
            list.getChildren().add(Parts.text(TEXTS.get("export.servers.none"), "ivrea-muted"));
        }
        boxes.keySet().removeIf(id -> entries.stream().noneMatch(entry -> entry.id().equals(id)));
        for (ServerEntry entry : entries) {
            CheckBox box = boxes.computeIfAbsent(entry.id(), _ -> {
                var made = new CheckBox();
                made.setSelected(true);
                made.selectedProperty().subscribe(this::check);
                return made;
            });
            box.setId("export-server-" + entry.name());
            box.setText(entry.name());
            ServerState state = servers.state(entry);
            var told = new Label(story(state));
            told.getStyleClass().addAll(state.failure() == null ? "ivrea-muted" : "ivrea-error", "ivrea-small");
            var row = new HBox(10, box, Parts.gap(), told);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            list.getChildren().add(row);
        }
        check();
    }

    private String story(ServerState state) {
        if (state.failure() != null) {
            return TEXTS.get("export.server.down");
        }
        if (state.inventory() == null) {
            return state.asking() ? TEXTS.get("state.asking") : "";
        }
        PackageInfo active = state.inventory().active(name.getText());
        return active == null
                ? TEXTS.get("export.server.first")
                : TEXTS.get("export.server.runs", active.version());
    }

    private void keys() {
        new KeysDialog(servers.keys(), content.getScene().getWindow()).showAndWait();
        readKeys();
    }

    private void check() {
        boolean chosen = boxes.values().stream().anyMatch(CheckBox::isSelected);
        String problem = name.getText().isEmpty() || NodeId.isValid(name.getText())
                ? version.getText().isEmpty() || Versions.isValid(version.getText())
                        ? ""
                        : TEXTS.get("export.version.wrong")
                : TEXTS.get("export.name.wrong");
        wrong.setText(problem);
        ready.set(problem.isEmpty() && chosen && !name.getText().isEmpty() && !version.getText().isEmpty()
                && key.getValue() != null && !passphrase.getText().isEmpty());
    }

    @Override
    void enter() {
        servers.addListener(follower);
        servers.refresh();
        readKeys();
        showServers();
    }

    @Override
    void leave() {
        servers.removeListener(follower);
    }

    /// Takes over what was chosen, and unlocks the key, which takes a moment.
    ///
    /// @param then is told whether all is well
    void commit(Consumer<Boolean> then) {
        plan.name = name.getText();
        plan.version = version.getText();
        plan.mode = all.isSelected() ? RolloutMode.ALL_OR_NOTHING : RolloutMode.AS_MANY_AS_POSSIBLE;
        plan.servers = servers.entries().stream().filter(entry -> {
            CheckBox box = boxes.get(entry.id());
            return box != null && box.isSelected();
        }).toList();
        KeyRack.Key chosen = key.getValue();
        char[] typed = passphrase.getText().toCharArray();
        ready.set(false);
        wrong.setText("");
        Thread.ofPlatform().daemon().name("ivrea-key").start(() -> {
            try {
                SigningKey unlocked = servers.keys().unlock(chosen, typed);
                Platform.runLater(() -> {
                    plan.key = unlocked;
                    ready.set(true);
                    then.accept(true);
                });
            } catch (IOException | IllegalArgumentException e) {
                Platform.runLater(() -> {
                    check();
                    wrong.setText(String.valueOf(e.getMessage()));
                    passphrase.requestFocus();
                    passphrase.selectAll();
                    then.accept(false);
                });
            } finally {
                Arrays.fill(typed, '\0');
            }
        });
    }

    void forget() {
        passphrase.clear();
        plan.key = null;
    }
}
