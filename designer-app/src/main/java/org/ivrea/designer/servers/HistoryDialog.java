package org.ivrea.designer.servers;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ivrea.deploy.remote.HistoryEntry;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.ProjectInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.designer.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// What was activated on a server, when and by whom; and the way back.
final class HistoryDialog extends Dialog<ButtonType> {
    private static final Messages TEXTS = Parts.TEXTS;

    /// @param sha256 of the package to go back to; `null` where that is not possible
    private record Line(String project, HistoryEntry entry, @Nullable String sha256, boolean active) {}

    /// @param generation of the server when it was read
    private record Read(long generation, List<Line> lines) {}

    private final ServersModel model;
    private final ServerEntry server;
    private final ListView<Line> list = new ListView<>();
    private final Label story = Parts.text(TEXTS.get("history.asking"), "ivrea-muted");
    private final Button back = Parts.button("history-rollback", TEXTS.get("rollback"), "rotate-ccw",
            this::rollBack);
    private final Button out = Parts.button("history-deactivate", TEXTS.get("deactivate"), "slash",
            this::takeOut);
    private long generation;

    HistoryDialog(ServersModel model, @Nullable Window owner, ServerEntry server) {
        this.model = model;
        this.server = server;
        Parts.prepare(this, owner, TEXTS.get("history.title", server.name()));
        list.setId("history-list");
        list.setPlaceholder(Parts.text(TEXTS.get("history.none"), "ivrea-muted"));
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            back.setDisable(line == null || line.active() || line.sha256() == null);
            out.setDisable(line == null || !line.active());
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        story.setId("history-story");
        var foot = new HBox(10, story, Parts.gap(), out, back);
        foot.setAlignment(Pos.CENTER_LEFT);
        var content = new VBox(8, list, foot);
        content.getStyleClass().add("servers-dialog");
        content.setPrefSize(640, 420);
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().setAll(Parts.close());
        read(TEXTS.get("history.hint"));
    }

    private interface Work<T> {
        T with(TargetClient client) throws RemoteFailure, InterruptedException;
    }

    private interface Done<T> {
        void with(T result);
    }

    private <T> void ask(Work<T> work, Done<T> done) {
        Thread.ofVirtual().name("ivrea-servers").start(() -> {
            try (TargetClient client = model.targets().open(model.target(server))) {
                T result = work.with(client);
                Platform.runLater(() -> done.with(result));
            } catch (RemoteFailure e) {
                Platform.runLater(() -> tell(e.getMessage(), true));
            } catch (InterruptedException _) {
                Platform.runLater(() -> tell("", false));
            }
        });
    }

    /// @param then what is told when it is there
    private void read(String then) {
        back.setDisable(true);
        out.setDisable(true);
        ask(HistoryDialog::lines, read -> {
            generation = read.generation();
            list.getItems().setAll(read.lines());
            tell(read.lines().isEmpty() ? "" : then, false);
        });
    }

    private static Read lines(TargetClient client) throws RemoteFailure, InterruptedException {
        Inventory inventory = client.inventory();
        List<Line> lines = new ArrayList<>();
        for (ProjectInfo project : inventory.projects()) {
            for (HistoryEntry entry : client.history(project.name())) {
                PackageInfo active = project.active();
                String to = entry.to();
                boolean there = project.packages().stream().anyMatch(kept -> kept.sha256().equals(to));
                boolean newest = lines.stream().noneMatch(line -> line.project().equals(project.name()));
                lines.add(new Line(project.name(), entry, there ? to : null,
                        newest && active != null && active.sha256().equals(to)));
            }
        }
        lines.sort(java.util.Comparator.comparing((Line line) -> line.entry().at()).reversed());
        return new Read(inventory.generation(), lines);
    }

    private void rollBack() {
        Line line = list.getSelectionModel().getSelectedItem();
        if (line == null || line.sha256() == null) {
            return;
        }
        String version = line.entry().version();
        if (!Parts.confirm(getDialogPane().getScene().getWindow(),
                TEXTS.get("rollback.title", line.project(), version),
                TEXTS.get("rollback.text", server.name(), version), TEXTS.get("rollback.do"))) {
            return;
        }
        back.setDisable(true);
        tell(TEXTS.get("rollback.under"), false);
        ask(client -> client.rollback(line.project(), line.sha256(), generation), _ -> {
            read(TEXTS.get("rollback.done", line.project(), version));
            model.refresh(server);
        });
    }

    private void takeOut() {
        Line line = list.getSelectionModel().getSelectedItem();
        if (line == null) {
            return;
        }
        out.setDisable(true);
        new OutOfService(model, server).ask(getDialogPane().getScene().getWindow(), line.project(), (text, wrong) -> {
            if (text.equals(TEXTS.get("deactivate.done", line.project()))) {
                read(text);
            } else {
                tell(text, wrong);
            }
        });
    }

    private void tell(String text, boolean wrong) {
        story.setText(text);
        story.getStyleClass().removeAll("ivrea-error", "ivrea-muted");
        story.getStyleClass().add(wrong ? "ivrea-error" : "ivrea-muted");
    }

    private static final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            var title = new Label(line.project() + " " + line.entry().version());
            title.getStyleClass().add("ivrea-title");
            var now = new Label(line.active() ? TEXTS.get("history.now") : "");
            now.getStyleClass().add("servers-chip");
            now.setVisible(line.active());
            String at = line.entry().at().replace('T', ' ').replaceFirst("(\\.\\d+)?Z$", " UTC");
            var what = new Label(TEXTS.get("history." + line.entry().action(), line.entry().by(), at));
            what.getStyleClass().addAll("ivrea-muted", "ivrea-small");
            var row = new HBox(10, new VBox(2, title, what), Parts.gap(), now);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
