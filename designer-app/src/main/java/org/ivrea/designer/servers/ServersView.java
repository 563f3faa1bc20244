package org.ivrea.designer.servers;

import java.util.Objects;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.ProjectInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.ServerCertificate;
import org.ivrea.designer.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// The person's servers: whether they answer, and what runs there.
public final class ServersView extends BorderPane {
    private static final Messages TEXTS = Parts.TEXTS;
    private static final Duration AGAIN = Duration.seconds(20);

    private final ServersModel model;
    private final TableView<ServerEntry> table = new TableView<>();
    private final Label story = Parts.text("", "servers-story");
    private final Button trust = Parts.button("servers-trust", TEXTS.get("trust.button"), "shield", this::trust);
    private final Button edit = Parts.button("servers-edit", TEXTS.get("edit"), "edit-2", this::edit);
    private final Button remove = Parts.button("servers-remove", TEXTS.get("remove"), "trash-2", this::remove);
    private final Button history = Parts.button("servers-history", TEXTS.get("history"), "clock", this::history);
    private final Button ask = Parts.button("servers-try", TEXTS.get("try"), "refresh-cw", this::ask);
    private final Timeline again = new Timeline(new KeyFrame(AGAIN));

    /// @param export opens the export
    public ServersView(ServersModel model, Runnable export) {
        this.model = model;
        setId("servers-view");
        getStyleClass().add("servers-view");
        Parts.style(this);
        setMinSize(0, 0);
        var bar = new HBox(6, Parts.button("servers-add", TEXTS.get("add"), "plus", this::add), edit, remove, ask,
                history, Parts.gap(), Parts.button("servers-keys", TEXTS.get("keys"), "key", this::keys),
                Parts.button("servers-export", TEXTS.get("export"), "upload-cloud", export));
        bar.getStyleClass().add("servers-bar");
        setTop(bar);
        columns();
        setCenter(table);
        var foot = new HBox(10, story, Parts.gap(), trust);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("servers-foot");
        foot.managedProperty().bind(foot.visibleProperty());
        foot.visibleProperty().bind(story.textProperty().isNotEmpty());
        trust.managedProperty().bind(trust.visibleProperty());
        setBottom(foot);
        Runnable follower = this::show;
        again.setOnFinished(_ -> model.refresh());
        again.setCycleCount(1);
        sceneProperty().subscribe(scene -> {
            model.removeListener(follower);
            again.stop();
            if (scene != null) {
                model.addListener(follower);
                model.refresh();
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> selected());
        show();
    }

    private void columns() {
        table.setId("servers-table");
        table.getStyleClass().addAll("dense", "servers-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("state", 130, this::stateOf));
        table.getColumns().add(column("name", 140, entry -> new Label(entry.name())));
        table.getColumns().add(column("address", 230, entry -> new Label(entry.address())));
        table.getColumns().add(column("runs", 240, entry -> new Label(running(model.state(entry)))));
        table.getColumns().add(column("calls", 70, entry -> new Label(calls(entry))));
        table.getColumns().add(column("version", 90, entry -> new Label(version(model.state(entry)))));
        var hint = new VBox(8, Parts.text(TEXTS.get("none"), "ivrea-title"), Parts.text(TEXTS.get("none.hint"),
                "ivrea-muted"), Parts.button("servers-add-first", TEXTS.get("add"), "plus", this::add));
        hint.setAlignment(Pos.CENTER);
        table.setPlaceholder(hint);
        table.setRowFactory(_ -> {
            var row = new TableRow<ServerEntry>();
            row.setOnContextMenuRequested(event -> {
                if (!row.isEmpty()) {
                    menu(row.getItem()).show(row, event.getScreenX(), event.getScreenY());
                }
            });
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    edit();
                }
            });
            return row;
        });
    }

    /// What the buttons do, and taking what runs out of service.
    private ContextMenu menu(ServerEntry entry) {
        var menu = new ContextMenu(item("servers-menu-history", TEXTS.get("history"), "clock", this::history),
                item("servers-menu-try", TEXTS.get("try"), "refresh-cw", this::ask));
        Inventory inventory = model.state(entry).inventory();
        if (inventory != null) {
            inventory.projects().stream().filter(project -> project.active() != null).map(ProjectInfo::name)
                    .forEach(project -> menu.getItems().add(item("servers-menu-out-" + project,
                            TEXTS.get("deactivate.menu", project), "slash", () -> takeOut(entry, project))));
        }
        menu.getItems().addAll(item("servers-menu-edit", TEXTS.get("edit"), "edit-2", this::edit),
                item("servers-menu-remove", TEXTS.get("remove"), "trash-2", this::remove));
        return menu;
    }

    private static MenuItem item(String id, String text, String icon, Runnable action) {
        var item = new MenuItem(text, Parts.mark(icon, "ivrea-muted"));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void takeOut(ServerEntry entry, String project) {
        new OutOfService(model, entry).ask(getScene().getWindow(), project, (text, _) -> story.setText(text));
    }

    private static TableColumn<ServerEntry, ServerEntry> column(String id, double width,
            Function<ServerEntry, @Nullable Node> shown) {
        TableColumn<ServerEntry, ServerEntry> column = Parts.column(TEXTS.get("column." + id), width, shown);
        column.setId("servers-column-" + id);
        return column;
    }

    private Node stateOf(ServerEntry entry) {
        ServerState state = model.state(entry);
        if (state.info() == null && state.asking()) {
            return new Label(TEXTS.get("state.asking"), Parts.mark("loader", "ivrea-muted"));
        }
        if (state.isUp()) {
            return new Label(TEXTS.get(entry.isFolder() ? "state.folder" : "state.up"),
                    Parts.mark("check-circle", "ivrea-success"));
        }
        RemoteFailure failure = state.failure();
        if (failure == null) {
            return new Label(TEXTS.get("state.unknown"), Parts.mark("help-circle", "ivrea-muted"));
        }
        String key = switch (failure.kind()) {
            case UNTRUSTED -> "state.untrusted";
            case CERTIFICATE -> "state.certificate";
            case TOKEN, UNAUTHORIZED, FORBIDDEN -> "state.token";
            case INCOMPATIBLE -> "state.other";
            default -> "state.down";
        };
        return new Label(TEXTS.get(key), Parts.mark("alert-circle", "ivrea-error"));
    }

    private static String running(ServerState state) {
        String running = state.running();
        return running.isEmpty() && state.isUp() ? TEXTS.get("runs.nothing") : running;
    }

    private String calls(ServerEntry entry) {
        ServerState state = model.state(entry);
        return state.isUp() && !entry.isFolder() ? Integer.toString(state.calls().size()) : "";
    }

    private static String version(ServerState state) {
        return state.info() == null ? "" : state.info().version();
    }

    private void show() {
        ServerEntry selected = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(model.entries());
        if (selected != null) {
            table.getItems().stream().filter(entry -> entry.id().equals(selected.id())).findFirst()
                    .ifPresent(table.getSelectionModel()::select);
        }
        selected();
        if (getScene() != null && again.getStatus() != Animation.Status.RUNNING) {
            again.playFromStart();
        }
    }

    private void selected() {
        ServerEntry entry = table.getSelectionModel().getSelectedItem();
        for (Button button : new Button[] {edit, remove, history, ask}) {
            button.setDisable(entry == null);
        }
        RemoteFailure failure = entry == null ? null : model.state(entry).failure();
        String problem = model.problem();
        story.setText(problem != null ? problem : failure == null ? "" : failure.getMessage());
        trust.setVisible(failure != null && isAboutTrust(failure));
    }

    private static boolean isAboutTrust(RemoteFailure failure) {
        return failure.certificate() != null && (failure.kind() == RemoteFailure.Kind.UNTRUSTED
                || failure.getMessage().contains("another certificate"));
    }

    private ServerEntry chosen() {
        return Objects.requireNonNull(table.getSelectionModel().getSelectedItem());
    }

    private void add() {
        new ServerDialog(model, getScene().getWindow(), null).ask();
    }

    private void edit() {
        new ServerDialog(model, getScene().getWindow(), chosen()).ask();
    }

    private void remove() {
        ServerEntry entry = chosen();
        if (Parts.confirm(getScene().getWindow(), TEXTS.get("remove.title", entry.name()), TEXTS.get("remove.text"),
                TEXTS.get("remove.do"))) {
            model.remove(entry);
        }
    }

    private void ask() {
        model.refresh(chosen());
    }

    private void history() {
        new HistoryDialog(model, getScene().getWindow(), chosen()).show();
    }

    private void keys() {
        new KeysDialog(model.keys(), getScene().getWindow()).showAndWait();
    }

    private void trust() {
        ServerEntry entry = chosen();
        RemoteFailure failure = model.state(entry).failure();
        ServerCertificate certificate = failure == null ? null : failure.certificate();
        if (certificate != null && Parts.confirm(getScene().getWindow(), TEXTS.get("trust.title", entry.name()),
                Certificates.describe(certificate), TEXTS.get("trust.do"))) {
            model.put(entry.withFingerprint(certificate.fingerprint()), null);
        }
    }
}
