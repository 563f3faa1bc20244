package org.ivrea.designer.window;

import java.nio.file.Path;
import javafx.application.Platform;
import org.ivrea.designer.command.Actions;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.servers.FileVault;
import org.ivrea.designer.servers.KeyRack;
import org.ivrea.designer.servers.KeyringVault;
import org.ivrea.designer.servers.KeysDialog;
import org.ivrea.designer.servers.ServerBook;
import org.ivrea.designer.servers.ServersModel;
import org.ivrea.designer.servers.ServersView;
import org.ivrea.designer.servers.export.ExportContext;
import org.ivrea.designer.servers.export.ExportWizard;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.flow.problem.Problem;

/// Servers in the window: their panel, and the export of the open project.
final class ServerParts {
    private static final Messages TEXTS = Messages.of(ServerParts.class);

    private final MainWindow window;
    private final ServersModel model;

    ServerParts(MainWindow window, Path settings) {
        this.window = window;
        this.model = new ServersModel(new ServerBook(settings),
                KeyringVault.orFile(new FileVault(settings), System.getenv()), new KeyRack(settings),
                Platform::runLater);
    }

    ServersModel model() {
        return model;
    }

    void addTo(ProjectSession session) {
        session.bottom().add("servers", TEXTS.get("panel.servers"), () -> new ServersView(model, this::export));
    }

    void addTo(Actions actions) {
        actions.add(WindowActions.action("servers.panel", () -> window.session().ifPresent(session -> {
            var panel = session.showPanel("servers");
            if (panel != null) {
                panel.requestFocus();
            }
        })).key("Shortcut+Shift+V").icon("server").when(() -> window.session().isPresent()));
        actions.add(WindowActions.action("servers.export", this::export).key("Shortcut+Shift+E").icon("upload-cloud")
                .when(() -> window.session().isPresent()));
        actions.add(WindowActions.action("servers.keys", () -> new KeysDialog(model.keys(), window.stage())
                .showAndWait()).icon("key"));
    }

    private void export() {
        window.session().ifPresent(session -> new ExportWizard(model, new ExportContext() {
            @Override
            public Workspace workspace() {
                return session.workspace();
            }

            @Override
            public void goTo(Problem problem) {
                session.goTo(problem);
                window.stage().toFront();
            }

            @Override
            public void showTests() {
                session.showPanel("tests");
                window.stage().toFront();
            }
        }, window.stage()).show());
    }
}
