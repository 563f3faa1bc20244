package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromptLibraryTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @SuppressWarnings("NullAway.Init") private Path root;
    @SuppressWarnings("NullAway.Init") private PromptLibrary prompts;

    @BeforeEach
    void createProject() throws IOException {
        root = folder.resolve("project");
        file("prompts/en/welcome.wav");
        file("prompts/en/digits/1.wav");
        file("prompts/de/welcome.wav");
        file("secret.txt");
        Files.writeString(folder.resolve("outside.wav"), "x");
        prompts = new PromptLibrary(root, List.of("en", "de"));
    }

    private void file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    @Test
    void findsRecordingsOfALanguage() {
        assertThat(prompts.find("welcome.wav", "de"))
                .isEqualTo(new PromptLookup.Found(root.resolve("prompts/de/welcome.wav")));
        assertThat(prompts.find("digits/1.wav", "en"))
                .isEqualTo(new PromptLookup.Found(root.resolve("prompts/en/digits/1.wav")));
    }

    @Test
    void saysWhereAMissingRecordingWasExpected() {
        assertThat(prompts.find("digits/1.wav", "de")).isEqualTo(new PromptLookup.Missing(
                "There is no recording prompts/de/digits/1.wav; record it, or correct the name"));
        assertThat(prompts.find("digits", "en")).isInstanceOf(PromptLookup.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../../secret.txt", "..", ".", "digits/../../../secret.txt",
            "digits/./1.wav", "digits//1.wav", "..\\..\\secret.txt", "C:\\secret.txt", "c:secret.txt", "a\0.wav",
            "a\n.wav", "welcome.wav/", "file://x"})
    void namesThatCouldLeadElsewhereAreRefused(String name) {
        assertThat(prompts.find(name, "en")).isInstanceOf(PromptLookup.Refused.class);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThat(prompts.find("x".repeat(256), "en")).isInstanceOf(PromptLookup.Refused.class);
        assertThat(prompts.find("x".repeat(255), "en")).isInstanceOf(PromptLookup.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../en", "EN", "en/../..", "e", "en_US", "en\0"})
    void whatIsNoLanguageTagIsRefused(String language) {
        assertThat(prompts.find("welcome.wav", language)).isInstanceOf(PromptLookup.Refused.class);
    }

    @Test
    void aLinkOutOfTheProjectIsRefused() throws IOException {
        Files.createSymbolicLink(root.resolve("prompts/en/link.wav"), folder.resolve("outside.wav"));
        Files.createSymbolicLink(root.resolve("prompts/en/up"), folder);
        assertThat(prompts.find("link.wav", "en")).isInstanceOf(PromptLookup.Refused.class);
        assertThat(prompts.find("up/outside.wav", "en")).isInstanceOf(PromptLookup.Refused.class);
    }

    @Test
    void aLinkInsideTheProjectIsFollowed() throws IOException {
        Files.createSymbolicLink(root.resolve("prompts/de/hello.wav"), root.resolve("prompts/en/welcome.wav"));
        assertThat(prompts.find("hello.wav", "de")).isInstanceOf(PromptLookup.Found.class);
    }

    @Test
    void aProjectThatIsItselfReachedByALinkIsFine() throws IOException {
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, root);
        assertThat(new PromptLibrary(link, List.of("en")).find("welcome.wav", "en"))
                .isEqualTo(new PromptLookup.Found(link.resolve("prompts/en/welcome.wav")));
    }

    @Test
    void listsWhatIsMissingByLanguage() {
        assertThat(prompts.missing(Set.of("welcome.wav", "digits/1.wav", "bye.wav", "../x")))
                .isEqualTo(Map.of("en", Set.of("bye.wav"), "de", new TreeSet<>(Set.of("bye.wav", "digits/1.wav"))));
    }

    @Test
    void aProjectWithoutAFolderHasNoRecordings() {
        assertThat(new PromptLibrary(null, List.of("en")).find("welcome.wav", "en"))
                .isInstanceOf(PromptLookup.Missing.class);
    }
}
