package org.ivrea.designer.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.ivrea.designer.audio.SoundFiles;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.audio.Tones;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/// The panel of recordings, on a copy of the bank sample.
class PromptsPanelTest extends PromptsFixture {
    private static final SpeechSynthesizer VOICE = SpeechSynthesizer.ofThisMachine();

    private String revealed = "";

    @Override
    public SpeechSynthesizer voice() {
        return VOICE;
    }

    @Override
    public void reveal(String flow, String nodeId) {
        revealed = flow + "/" + nodeId;
    }

    private void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("it never came to be; the panel says: " + said(), e);
        }
    }

    private TableView<PromptRow> table() {
        return lookup("#prompts-table").query();
    }

    private void choose(String file) {
        await(() -> !table().getItems().isEmpty());
        interact(() -> view.reveal(file));
        await(() -> lookup("#prompt-name").tryQuery().isPresent());
    }

    private boolean has(String file) {
        return table().getItems().stream().anyMatch(row -> row.file().equals(file));
    }

    private Path wav(String name) throws IOException {
        Path file = scratch.resolve(name);
        SoundFiles.write(file, Tones.tone(500, 440), false);
        return file;
    }

    @Test
    void theFirstLookSaysWhatToDo() {
        await(() -> table().getItems().size() == 22);
        assertThat(lookup("#prompt-name").tryQuery()).isEmpty();
        assertThat(lookup(".prompts-nothing").<Label>query().getText()).contains("dropped");
    }

    @Test
    void aSoundThatIsDroppedBecomesARecording() throws IOException {
        await(() -> !table().getItems().isEmpty());
        Path file = wav("New Greeting.wav");
        interact(() -> view.take(List.of(file), null));
        await(() -> has("new-greeting.wav"));
        assertThat(project.resolve("prompts/en/new-greeting.wav")).exists();
        assertThat(said()).contains("New Greeting.wav");
    }

    @Test
    void aFileThatIsNoSoundIsRefusedInWords() throws IOException {
        await(() -> !table().getItems().isEmpty());
        Path file = Files.writeString(scratch.resolve("notes.wav"), "This is text.");
        interact(() -> view.take(List.of(file), null));
        await(() -> !said().isEmpty());
        assertThat(said()).contains("notes.wav").doesNotContain("Exception");
        assertThat(project.resolve("prompts/en/notes.wav")).doesNotExist();
    }

    @Test
    void withoutALoudspeakerPlayingSaysSo() {
        choose("account-number.wav");
        interact(() -> lookup("#prompt-play").<Button>query().fire());
        await(() -> !said().isEmpty());
        assertThat(said()).containsIgnoringCase("device");
    }

    @Test
    void whereItIsPlayedIsALinkToTheNode() {
        choose("account-number.wav");
        interact(() -> lookup(".prompts-detail .hyperlink").<Hyperlink>query().fire());
        assertThat(revealed).isEqualTo("sign-in/account");
    }

    @Test
    void aNewNameIsFollowedEverywhereAndTakenBackByOneUndo() {
        choose("account-number.wav");
        interact(() -> {
            lookup("#prompt-name").<TextField>query().setText("number");
            lookup("#prompt-rename").<Button>query().fire();
        });
        var editor = workspace().editor("sign-in").orElseThrow();
        await(() -> editor.undoName() != null);
        assertThat(editor.document().nodes().toString()).contains("number.wav").doesNotContain("account-number.wav");
        assertThat(project.resolve("prompts/en/number.wav")).exists();

        interact(editor::undo);
        await(() -> Files.exists(project.resolve("prompts/en/account-number.wav")));
        assertThat(editor.undoName()).isNull();
        await(() -> has("account-number.wav") && !has("number.wav"));
    }

    @Test
    void aDraftVoiceSpeaksWhatIsNotRecorded() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(VOICE.speaks("en"), "espeak-ng is not installed");
        Files.delete(project.resolve("prompts/en/account-number.wav"));
        interact(view::refresh);
        await(() -> table().getItems().stream().anyMatch(PromptRow::isMissingAny));
        choose("account-number.wav");
        interact(() -> lookup("#prompt-draft").<Button>query().fire());
        await(() -> table().getItems().stream().noneMatch(PromptRow::isMissingAny) && !table().getItems().isEmpty());
        assertThat(project.resolve("prompts/en/account-number.wav")).exists();
    }
}
