package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromptSurveyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @SuppressWarnings("NullAway.Init") private Path root;
    @SuppressWarnings("NullAway.Init") private PromptLibrary prompts;

    @BeforeEach
    void createProject() throws IOException {
        root = folder.resolve("project");
        file("prompts/en/welcome.wav");
        file("prompts/en/digits/1.wav");
        Files.writeString(folder.resolve("outside.wav"), "x");
        Files.createSymbolicLink(root.resolve("prompts/en/out.wav"), folder.resolve("outside.wav"));
        Files.createSymbolicLink(root.resolve("prompts/en/in.wav"), root.resolve("prompts/en/welcome.wav"));
        Files.createSymbolicLink(root.resolve("prompts/en/up"), folder);
        Files.createSymbolicLink(root.resolve("prompts/fr"), root.resolve("prompts/en"));
        prompts = new PromptLibrary(root, List.of("en", "de"));
    }

    private void file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private void isAsFound(String file, String language) {
        assertThat(prompts.survey().find(file, language)).isEqualTo(prompts.find(file, language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"welcome.wav", "digits/1.wav", "digits", "digits/2.wav", "gone.wav", "gone/1.wav",
            "out.wav",
            "in.wav", "up/outside.wav", "welcome.wav/1.wav", "../en/welcome.wav", "/etc/passwd", "", "."})
    void answersAsALookAtTheDiskDoes(String file) {
        for (String language : List.of("en", "fr", "de", "..", "EN")) {
            isAsFound(file, language);
        }
    }

    @Test
    void aProjectWithoutRecordingsLacksAll() {
        prompts = new PromptLibrary(folder, List.of("en"));
        isAsFound("welcome.wav", "en");
        prompts = new PromptLibrary(null, List.of("en"));
        isAsFound("welcome.wav", "en");
    }

    @Test
    void whatComesAndGoesIsSeenByTheNextSurvey() throws IOException {
        Path en = root.resolve("prompts/en");
        assertThat(prompts.survey().find("new.wav", "en")).isInstanceOf(PromptLookup.Missing.class);
        file("prompts/en/new.wav");
        assertThat(prompts.survey().find("new.wav", "en")).isInstanceOf(PromptLookup.Found.class);
        // Long ago, so that the listing is remembered.
        Files.setLastModifiedTime(en, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(prompts.survey().find("new.wav", "en")).isInstanceOf(PromptLookup.Found.class);
        Files.delete(en.resolve("new.wav"));
        assertThat(prompts.survey().find("new.wav", "en")).isInstanceOf(PromptLookup.Missing.class);
    }
}
