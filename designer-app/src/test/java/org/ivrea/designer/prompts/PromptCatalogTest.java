package org.ivrea.designer.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.designer.audio.Sound;
import org.ivrea.designer.audio.SoundFailure;
import org.ivrea.designer.audio.SoundFiles;
import org.ivrea.designer.audio.SpeechFailure;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.audio.Tones;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.WorkspaceFailure;
import org.ivrea.engine.spec.NodeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PromptCatalogTest {
    @TempDir Path folder;

    private Workspace open() throws IOException, WorkspaceFailure {
        Files.createDirectories(folder.resolve("flows"));
        Files.writeString(folder.resolve("project.json"),
                "{ \"formatVersion\": 1, \"name\": \"Test\", \"languages\": [ \"en\", \"de\" ] }");
        Files.writeString(folder.resolve("flows/main.flow.json"), """
                { "formatVersion": 1, "name": "Main", "start": "hello", "nodes": {
                  "hello": { "type": "play", "prompt": [ { "file": "hello.wav", "text": { "en": "Hello." } } ] },
                  "menu": { "type": "menu", "noInputPrompts": [ [ { "file": "hello.wav" } ] ] } } }
                """);
        SoundFiles.write(folder.resolve("prompts/en/hello.wav"), Tones.tone(300, 440), false);
        SoundFiles.write(folder.resolve("prompts/de/old.wav"), Tones.tone(300, 440), true);
        return Workspace.open(folder, NodeRegistry.load(), Runnable::run);
    }

    @Test
    void whatIsMissingDraftedUnusedAndWhereItIsPlayedIsKnown() throws IOException, WorkspaceFailure {
        try (Workspace workspace = open()) {
            List<PromptRow> rows = PromptCatalog.of(workspace.project());

            assertThat(rows).extracting(PromptRow::file).containsExactly("hello.wav", "old.wav");
            assertThat(rows.getFirst().uses()).extracting(PromptUse::node).containsExactly("hello", "menu");
            assertThat(rows.getFirst().states()).containsEntry("en", new PromptState(true, false, 300))
                    .containsEntry("de", PromptState.MISSING);
            assertThat(rows.getFirst().texts()).containsOnlyKeys("en");
            assertThat(rows.getLast().isUnused()).isTrue();
            assertThat(rows.getLast().states()).containsEntry("de", new PromptState(true, true, 300));
        }
    }

    @Test
    void renamingFollowsEverywhereAndIsOneStepOfUndo() throws IOException, WorkspaceFailure, SoundFailure {
        try (Workspace workspace = open()) {
            var editor = workspace.editor("main").orElseThrow();
            var before = editor.document();
            List<String> moved = new ArrayList<>();
            new PromptFiles(folder).rename(List.of("en", "de"), "hello.wav", "welcome.wav");
            PromptEdits.rename(workspace, "hello.wav", "welcome.wav", (from, to) -> moved.add(from + " to " + to));

            assertThat(folder.resolve("prompts/en/welcome.wav")).exists();
            assertThat(editor.document().nodes().toString()).contains("welcome.wav").doesNotContain("hello.wav");
            editor.undo();
            assertThat(editor.document()).isEqualTo(before);
            editor.redo();
            assertThat(moved).containsExactly("welcome.wav to hello.wav", "hello.wav to welcome.wav");
            assertThatThrownBy(() -> new PromptFiles(folder).rename(List.of("en", "de"), "welcome.wav", "old.wav"))
                    .isInstanceOf(SoundFailure.class).hasMessageContaining("old.wav");
        }
    }

    @Test
    void importedSoundsAreConvertedAndDraftsMarked()
            throws IOException, WorkspaceFailure, SoundFailure, SpeechFailure, InterruptedException {
        try (Workspace workspace = open()) {
            var files = new PromptFiles(workspace.folder());
            assertThat(files.take(folder.resolve("prompts/en/hello.wav"), "de", "hello.wav")).contains("Took over");
            files.draft(new SpeechSynthesizer() {
                @Override
                public boolean speaks(String language) {
                    return true;
                }

                @Override
                public Sound speak(String text, String language) {
                    return Tones.tone(100L * text.length() > 500 ? 500 : 200, 440);
                }
            }, "en", "new/prompt.wav", "Hello, ${name}.");

            assertThat(SoundFiles.isDraft(folder.resolve("prompts/en/new/prompt.wav"))).isTrue();
            assertThat(PromptCatalog.of(workspace.project()).getFirst().isMissingAny()).isFalse();
        }
    }
}
