package org.ivrea.designer.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.SilentPlayer;
import org.ivrea.designer.audio.SilentSynthesizer;
import org.ivrea.designer.audio.SoundFiles;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.audio.Tones;
import org.ivrea.designer.theme.Theme;
import org.ivrea.designer.welcome.Samples;
import org.ivrea.designer.workspace.StateFolder;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.WorkspaceFailure;
import org.ivrea.engine.spec.NodeRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/// A sound file is dragged onto the panel by the window system, as from a file manager. The headless platform knows no
/// drags: `-Px11`.
@SuppressWarnings("NullAway.Init") // TestFX calls start() before each test
@DisabledIfSystemProperty(named = "glass.platform", matches = "Headless", disabledReason = "needs a display: -Px11")
class SoundDropTest extends ApplicationTest implements PromptsContext {
    @TempDir Path scratch;

    private Path project;
    private Path sound;
    private Workspace workspace;

    @Override
    public void start(Stage stage) throws IOException, WorkspaceFailure {
        Theme.LIGHT.apply();
        project = scratch.resolve("bank");
        Samples.copy("bank", project);
        sound = scratch.resolve("New Greeting.wav");
        SoundFiles.write(sound, Tones.tone(500, 440), false);
        workspace = Workspace.open(project, NodeRegistry.load(), Platform::runLater,
                new StateFolder(scratch.resolve("state")));
        var file = new Label("New Greeting.wav");
        file.setId("file");
        file.setOnDragDetected(event -> {
            var content = new ClipboardContent();
            content.putFiles(List.of(sound.toFile()));
            file.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        });
        stage.setScene(new Scene(new VBox(10, file, new PromptsView(this)), 900, 600));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(workspace::close);
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

    @Test
    void aDroppedSoundIsConvertedAndTold() throws TimeoutException {
        Point2D table = point("#prompts-table").query();
        moveTo("#file").press(MouseButton.PRIMARY);
        moveBy(10, 10).moveTo(table).moveBy(4, 4).moveBy(4, 4);
        release(MouseButton.PRIMARY);
        Path recording = project.resolve("prompts/en/new-greeting.wav");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Files.exists(recording));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                () -> lookup("#prompts-message").<Label>query().getText().contains("New Greeting.wav"));
        assertThat(sound).exists();
    }
}
