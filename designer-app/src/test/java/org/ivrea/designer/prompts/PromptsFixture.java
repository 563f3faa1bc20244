package org.ivrea.designer.prompts;

import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.SilentPlayer;
import org.ivrea.designer.audio.SilentSynthesizer;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.theme.Theme;
import org.ivrea.designer.workspace.StateFolder;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.WorkspaceFailure;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.project.ProjectTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/// The prompts panel on a copy of the bank sample.
@SuppressWarnings("NullAway.Init") // TestFX calls start() before each test
abstract class PromptsFixture extends ApplicationTest implements PromptsContext {
    private static final NodeRegistry REGISTRY = NodeRegistry.load();

    @TempDir Path scratch;

    Path project;
    PromptsView view;
    private Workspace workspace;

    @Override
    public void start(Stage stage) throws IOException, WorkspaceFailure {
        Theme.LIGHT.apply();
        project = scratch.resolve("bank");
        ProjectTemplate.named("bank").orElseThrow().create(project);
        workspace = Workspace.open(project, REGISTRY, Platform::runLater, new StateFolder(scratch.resolve("state")));
        view = new PromptsView(this);
        stage.setScene(new Scene(content(), 900, 500));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    /// What the window shows.
    Parent content() throws IOException {
        return view;
    }

    @AfterEach
    void close() {
        interact(workspace::close);
    }

    String said() {
        return lookup("#prompts-message").<Label>query().getText();
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public AudioPlayer player() {
        return new SilentPlayer();
    }

    @Override
    public SpeechSynthesizer voice() {
        return new SilentSynthesizer();
    }

    @Override
    public void reveal(String flow, String nodeId) {}
}
