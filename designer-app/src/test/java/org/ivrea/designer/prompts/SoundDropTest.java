package org.ivrea.designer.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.ivrea.designer.audio.SoundFiles;
import org.ivrea.designer.audio.Tones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/// A sound file is dragged onto the panel by the window system, as from a file manager. The headless platform knows no
/// drags: `-Px11`.
@SuppressWarnings("NullAway.Init") // TestFX calls start() before each test
@DisabledIfSystemProperty(named = "glass.platform", matches = "Headless", disabledReason = "needs a display: -Px11")
class SoundDropTest extends PromptsFixture {
    private Path sound;

    @Override
    Parent content() throws IOException {
        sound = scratch.resolve("New Greeting.wav");
        SoundFiles.write(sound, Tones.tone(500, 440), false);
        var file = new Label("New Greeting.wav");
        file.setId("file");
        file.setOnDragDetected(event -> {
            var content = new ClipboardContent();
            content.putFiles(List.of(sound.toFile()));
            file.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        });
        return new VBox(10, file, view);
    }

    @Test
    void aDroppedSoundIsConvertedAndTold() throws TimeoutException {
        Point2D table = point("#prompts-table").query();
        moveTo("#file").press(MouseButton.PRIMARY);
        moveBy(10, 10).moveTo(table).moveBy(4, 4).moveBy(4, 4);
        release(MouseButton.PRIMARY);
        Path recording = project.resolve("prompts/en/new-greeting.wav");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> Files.exists(recording));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> said().contains("New Greeting.wav"));
        assertThat(sound).exists();
    }
}
