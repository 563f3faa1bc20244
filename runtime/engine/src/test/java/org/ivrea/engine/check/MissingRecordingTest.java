package org.ivrea.engine.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.flow.problem.Severity;
import org.ivrea.flow.project.ProjectDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MissingRecordingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    private void record(String file) throws IOException {
        Path path = folder.resolve("prompts").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "x");
    }

    private Checked playing(String prompt) {
        return Checked.of("""
                { "start": "say", "nodes": {
                  "say": { "type": "play", "prompt": [ %s ], "exits": { "next": "bye" } }, %s } }
                """.formatted(prompt, Checked.BYE)).with(
                ProjectDocument.empty("Test").withMain("main").withLanguages(List.of("en", "de"))).in(folder);
    }

    @Test
    void recordingsInEachLanguageAreFine() throws IOException {
        record("en/hi.wav");
        record("de/hi.wav");
        assertThat(playing("{ \"file\": \"hi.wav\" }").problems()).isEmpty();
    }

    @Test
    void aRecordingThatIsMissingInOneLanguageIsReported() throws IOException {
        record("en/hi.wav");
        var missing = playing("{ \"file\": \"hi.wav\", \"text\": \"Hi\" }").only(MissingRecording.CODE);
        assertThat(missing.severity()).isEqualTo(Severity.WARNING);
        assertThat(missing.pointer()).hasToString("/nodes/say/prompt/0/file");
        assertThat(missing.message()).contains("in de");
    }

    @Test
    void aRecordingWithoutTextCannotBeSpokenInstead() throws IOException {
        record("en/hi.wav");
        assertThat(playing("{ \"file\": \"hi.wav\" }").only(MissingRecording.CODE).severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void whatIsNotRecordedYetIsMentionedOnly() {
        assertThat(playing("{ \"file\": \"hi.wav\", \"text\": \"Hi\" }").only(MissingRecording.NOT_RECORDED).severity())
                .isEqualTo(Severity.INFO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../secret.wav", "/etc/passwd", "a/../../../x.wav"})
    void aRecordingOutsideTheProjectIsRefused(String file) {
        assertThat(playing("{ \"file\": \"%s\", \"text\": \"Hi\" }".formatted(file)).problems())
                .anyMatch(
                        problem -> problem.isError() && problem.pointer().toString().startsWith("/nodes/say/prompt/0"));
    }

    @Test
    void aLinkOutOfTheProjectIsRefused(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.wav"), "x");
        Files.createDirectories(folder.resolve("prompts/en"));
        Files.createSymbolicLink(folder.resolve("prompts/en/hi.wav"), outside.resolve("secret.wav"));
        assertThat(playing("{ \"file\": \"hi.wav\", \"text\": \"Hi\" }").places(MissingRecording.REFUSED))
                .containsExactly("main/nodes/say/prompt/0/file");
    }

    @Test
    void aProjectThatWasNeverSavedHasNoRecordingsToMiss() {
        assertThat(Checked.of("""
                { "start": "say", "nodes": {
                  "say": { "type": "play", "prompt": [ { "file": "hi.wav", "text": "Hi" } ],
                    "exits": { "next": "bye" } }, %s } }
                """.formatted(Checked.BYE)).problems()).isEmpty();
    }
}
