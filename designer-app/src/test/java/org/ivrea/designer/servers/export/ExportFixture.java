package org.ivrea.designer.servers.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.Button;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.designer.servers.ServerEntry;
import org.ivrea.designer.servers.ServersFixture;
import org.ivrea.designer.workspace.StateFolder;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.ProjectTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A project to be exported, and the way through the pages.
abstract class ExportFixture extends ServersFixture {
    final List<String> visited = new ArrayList<>();
    Path project = Path.of(".");
    private @Nullable Workspace workspace;

    @BeforeEach
    void make() throws IOException {
        System.setProperty(StateFolder.PROPERTY, scratch.resolve("state").toString());
        project = scratch.resolve("desk");
        ProjectTemplate.named(ProjectTemplate.USUAL).orElseThrow().create(project, "Desk");
    }

    @AfterEach
    void end() {
        robot.interact(() -> {
            if (workspace != null) {
                workspace.close();
            }
        });
    }

    final void goThrough(String version) throws Exception {
        begin(version);
        toChanges();
        press("export-next");
        awaitPage("export-story");
        press("export-close");
    }

    final void begin(String version) throws Exception {
        robot.interact(() -> {
            try {
                workspace = Workspace.open(project, REGISTRY, Platform::runLater);
            } catch (org.ivrea.designer.workspace.WorkspaceFailure e) {
                throw new AssertionError(e);
            }
            new ExportWizard(servers(), context(), null).show();
        });
        fill(version);
    }

    /// From the first page to the one that shows what would change.
    final void toChanges() {
        press("export-next");
        awaitPage("export-scripts");
        press("export-next");
        awaitPage("export-names");
        press("export-next");
        awaitPage("export-changes");
    }

    final void fill(String version) {
        type("export-version", version);
        type("export-passphrase", PASSPHRASE);
    }

    /// Waits until a page is in front and done.
    final void awaitPage(String id) {
        String button = id.equals("export-story") ? "export-close" : "export-next";
        await(() -> find(id) != null && find(button) instanceof Button next && !next.isDisabled());
    }

    final Workspace workspace() {
        return Objects.requireNonNull(workspace);
    }

    final @Nullable String version(ServerEntry entry) throws Exception {
        try (TargetClient client = servers().targets().open(servers().target(entry))) {
            PackageInfo active = client.inventory().active("desk");
            return active == null ? null : active.version();
        }
    }

    final ExportContext context() {
        return new ExportContext() {
            @Override
            public Workspace workspace() {
                return ExportFixture.this.workspace();
            }

            @Override
            public void goTo(Problem problem) {
                visited.add(problem.code());
            }

            @Override
            public void showTests() {
                visited.add("tests");
            }
        };
    }
}
