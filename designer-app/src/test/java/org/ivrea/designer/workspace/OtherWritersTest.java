package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.flow.document.FlowDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.designer.workspace.TestProject.edit;
import static org.ivrea.designer.workspace.TestProject.editor;

class OtherWritersTest {
    @TempDir private Path temporary;
    private TestProject project;
    private Workspace workspace;

    @BeforeEach
    void open() {
        project = new TestProject(temporary);
        workspace = project.open();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private FlowDocument theirs() {
        return TestProject.main().withName("Theirs");
    }

    @Test
    void aChangedFileIsNoticedAndTakenOverAsAStepThatCanBeUndone() {
        project.writeFlow("main", theirs());
        project.ui.until(() -> project.heard.contains("reloaded main"));
        assertThat(editor(workspace, "main").document()).isEqualTo(theirs());
        assertThat(workspace.isDirty()).isFalse();
        assertThat(editor(workspace, "main").undoName()).isEqualTo("changes on disk");
        editor(workspace, "main").undo();
        assertThat(editor(workspace, "main").document()).isEqualTo(TestProject.main());
        assertThat(project.ui.await(workspace.save("main")).isSaved()).isTrue();
        assertThat(project.onDisk("main")).isEqualTo(TestProject.main());
    }

    @Test
    void unsavedChangesAreKeptAndNothingIsOverwrittenUntilThePersonChooses() {
        edit(workspace, "main", "Mine");
        project.writeFlow("main", theirs());
        assertThat(project.ui.await(workspace.save("main"))).isInstanceOf(SaveOutcome.Conflict.class);
        assertThat(project.onDisk("main")).isEqualTo(theirs());
        project.ui.await(workspace.refresh());
        assertThat(workspace.conflicts()).containsOnlyKeys("main");
        assertThat(project.heard).containsOnlyOnce("conflict main");

        workspace.keepMine("main");
        assertThat(project.ui.await(workspace.save("main")).isSaved()).isTrue();
        assertThat(project.onDisk("main").node("mine")).isNotNull();
        assertThat(workspace.isDirty()).isFalse();
    }

    @Test
    void theirsCanBeTakenInsteadAndThatBeUndone() {
        edit(workspace, "main", "Mine");
        project.writeFlow("main", theirs());
        project.ui.await(workspace.refresh());
        workspace.takeTheirs("main");
        assertThat(editor(workspace, "main").document()).isEqualTo(theirs());
        assertThat(workspace.isDirty()).isFalse();
        assertThat(workspace.conflicts()).isEmpty();
        editor(workspace, "main").undo();
        assertThat(editor(workspace, "main").document().node("mine")).isNotNull();
        assertThat(project.ui.await(workspace.save("main")).isSaved()).isTrue();
    }

    @Test
    void theirDecisionIsAskedForAgainWhenTheyWriteAgain() {
        edit(workspace, "main", "Mine");
        project.writeFlow("main", theirs());
        project.ui.await(workspace.refresh());
        workspace.keepMine("main");
        assertThat(project.ui.await(workspace.save("main")).isSaved()).isTrue();
        project.writeFlow("main", theirs());
        edit(workspace, "main", "More of mine");
        assertThat(project.ui.await(workspace.save("main"))).isInstanceOf(SaveOutcome.Conflict.class);
    }

    @Test
    void anotherSpellingOfTheSameFlowIsNoChange() throws IOException {
        String text = Files.readString(project.file("main"));
        Files.writeString(project.file("main"), text.replace("\n  ", "\n      "));
        edit(workspace, "main", "Mine");
        assertThat(project.ui.await(workspace.save("main")).isSaved()).isTrue();
        project.ui.await(workspace.refresh());
        assertThat(project.heard).containsExactly("dirty main", "clean main");
    }

    @Test
    void newAndDeletedFlowsAreNoticed() throws IOException {
        project.writeFlow("night", FlowDocument.empty("Night"));
        Files.delete(project.file("help"));
        project.ui.until(() -> project.heard.contains("added night") && project.heard.contains("removed help"));
        assertThat(workspace.editors()).containsOnlyKeys("main", "night");
        edit(workspace, "night", "Play");
        assertThat(project.ui.await(workspace.save("night")).isSaved()).isTrue();
    }

    @Test
    void aDeletedFlowWithUnsavedChangesIsAConflict() throws IOException {
        edit(workspace, "main", "Mine");
        Files.delete(project.file("main"));
        project.ui.await(workspace.refresh());
        assertThat(workspace.conflicts()).containsOnlyKeys("main");
        workspace.keepMine("main");
        assertThat(project.ui.await(workspace.save("main")).isSaved()).isTrue();
        assertThat(project.onDisk("main").node("mine")).isNotNull();
    }

    @Test
    void conflictMarkersOfAMergeMakeTheFileBrokenUntilTheyAreGone() throws IOException {
        String text = Files.readString(project.file("help"));
        Files.writeString(project.file("help"), "<<<<<<< HEAD\n" + text);
        project.ui.await(workspace.refresh());
        assertThat(workspace.brokenFlows()).containsOnlyKeys("help");
        assertThat(workspace.brokenFlows().values()).singleElement().extracting(BrokenFile::text).asString()
                .startsWith("<<<<<<< HEAD");
        assertThat(workspace.editors()).containsOnlyKeys("main");

        Files.writeString(project.file("help"), text);
        project.ui.await(workspace.refresh());
        assertThat(workspace.brokenFlows()).isEmpty();
        assertThat(workspace.editors()).containsOnlyKeys("help", "main");
    }

    @Test
    void settingsChangedOnBothSidesAreAConflict() throws IOException {
        Path file = project.folder.resolve("project.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("Test", "Quiet"));
        project.ui.await(workspace.refresh());
        assertThat(workspace.project().settings().name()).isEqualTo("Quiet");

        workspace.settings().apply(ProjectEdit.of("renaming", it -> it.withName("Mine")));
        Files.writeString(file, text.replace("Test", "Theirs"));
        assertThat(project.ui.await(workspace.saveSettings())).isInstanceOf(SaveOutcome.Conflict.class);
        project.ui.await(workspace.refresh());
        assertThat(workspace.conflicts()).containsOnlyKeys("project.json");
        workspace.takeTheirs("project.json");
        assertThat(workspace.project().settings().name()).isEqualTo("Theirs");
        assertThat(workspace.isDirty()).isFalse();
    }

    @Test
    void newTestsAndPromptsAreNoticed() throws IOException {
        Files.createDirectories(project.folder.resolve("tests"));
        Files.writeString(project.folder.resolve("tests/first.call"), "hear \"x\"");
        project.ui.until(() -> project.heard.contains("other files"));
        assertThat(workspace.project().tests()).containsExactly("first.call");
    }
}
