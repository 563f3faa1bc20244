package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.designer.workspace.TestProject.edit;
import static org.ivrea.designer.workspace.TestProject.editor;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RecoveryTest {
    @TempDir private Path temporary;
    private TestProject project;

    @BeforeEach
    void create() {
        project = new TestProject(temporary);
    }

    /// A process that edited, wrote its journal, and was killed.
    private void crashed(String... labels) throws IOException, InterruptedException {
        try (var child = new ChildDesigner(project)) {
            assertThat(child.says()).isEqualTo("open");
            for (String label : labels) {
                child.edit(label);
            }
            String last = "\"label\": \"" + labels[labels.length - 1] + "\"";
            while (journals().stream().noneMatch(journal -> journal.contains(last))) {
                Thread.onSpinWait();
            }
            child.kill();
        }
    }

    private List<String> journals() throws IOException {
        List<Path> journals;
        try (Stream<Path> files = Files.walk(project.state.path())) {
            journals = files.filter(file -> file.getFileName().toString().startsWith("journal-")).toList();
        }
        List<String> texts = new java.util.ArrayList<>();
        for (Path journal : journals) {
            texts.add(Files.readString(journal));
        }
        return texts;
    }

    private long filesOfState(String beginning) throws IOException {
        try (Stream<Path> files = Files.walk(project.state.path())) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning)).count();
        }
    }

    @Test
    void whatAKilledProcessHadNotSavedIsOfferedAndTakenOverAsAnEdit() throws Exception {
        crashed("First", "Second");
        try (Workspace workspace = project.open()) {
            assertThat(workspace.isReadOnly()).isFalse();
            assertThat(editor(workspace, "main").document()).isEqualTo(TestProject.main());
            Recovery recovery = workspace.recovery().orElseThrow();
            assertThat(recovery.flows()).singleElement().satisfies(flow -> {
                assertThat(flow.flow()).isEqualTo("main");
                assertThat(flow.document().nodes()).containsKeys("first", "second");
            });

            workspace.recover();
            assertThat(workspace.recovery()).isEmpty();
            assertThat(editor(workspace, "main").document().nodes()).containsKeys("first", "second");
            assertThat(editor(workspace, "main").isDirty()).isTrue();
            assertThat(project.onDisk("main")).isEqualTo(TestProject.main());
            editor(workspace, "main").undo();
            assertThat(workspace.isDirty()).isFalse();
            editor(workspace, "main").redo();
            assertThat(project.ui.await(workspace.save("main")).isSaved()).isTrue();
            assertThat(project.onDisk("main").nodes()).containsKeys("first", "second");
        }
        try (Workspace again = project.open()) {
            assertThat(again.recovery()).isEmpty();
        }
    }

    /// The journal does not wait for a pause in the typing. What is there is what was there at one moment: edits are
    /// missing at the end only.
    @Test
    void aKillInTheMiddleOfEditingCostsOnlyTheLastEdits() throws Exception {
        int told = 0;
        try (var child = new ChildDesigner(project)) {
            assertThat(child.says()).isEqualTo("open");
            // On and on, without a rest, until something that was done well into it is safe.
            while (journals().stream().noneMatch(journal -> journal.contains("\"label\": \"Edit 20\""))) {
                child.edit("Edit " + ++told);
            }
            child.kill();
        }
        try (Workspace workspace = project.open()) {
            workspace.recover();
            Set<String> labels = editor(workspace, "main").document().nodes().values().stream().map(NodeDocument::label)
                    .filter(label -> label != null && label.startsWith("Edit ")).collect(Collectors.toSet());
            assertThat(labels).hasSizeBetween(20, told);
            for (int number = 1; number <= labels.size(); number++) {
                assertThat(labels).contains("Edit " + number);
            }
        }
    }

    @Test
    void anUndecidedRecoverySurvivesAFurtherCrashAndGainsWhatCameThen() throws Exception {
        crashed("First");
        crashed("Later");
        try (Workspace workspace = project.open()) {
            assertThat(workspace.recovery().orElseThrow().flows()).singleElement()
                    .satisfies(flow -> assertThat(flow.document().node("later")).isNotNull());
        }
        try (Workspace workspace = project.open()) {
            assertThat(workspace.recovery()).as("closing decides nothing").isPresent();
            workspace.discardRecovery();
        }
        try (Workspace workspace = project.open()) {
            assertThat(workspace.recovery()).isEmpty();
        }
        assertThat(filesOfState("recovery")).isZero();
    }

    @Test
    void anEntryThatWasNotWrittenToItsEndCostsOnlyItself() throws Exception {
        crashed("First");
        Path journal;
        try (Stream<Path> files = Files.walk(project.state.path())) {
            journal = files.filter(file -> file.getFileName().toString().startsWith("journal-")).findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(whole, whole.length / 2), StandardOpenOption.APPEND);
        try (Workspace workspace = project.open()) {
            assertThat(workspace.recovery().orElseThrow().flows()).singleElement()
                    .satisfies(flow -> assertThat(flow.document().node("first")).isNotNull());
        }
    }

    @Test
    void nothingIsOfferedForWhatWasSavedOrClosed() throws IOException {
        try (Workspace workspace = project.open()) {
            edit(workspace, "main", "Saved");
            project.ui.await(workspace.save("main"));
            edit(workspace, "help", "Not wanted");
        }
        try (Workspace workspace = project.open()) {
            assertThat(workspace.recovery()).isEmpty();
            assertThat(editor(workspace, "main").document().node("saved")).isNotNull();
        }
        assertThat(filesOfState("journal-")).isZero();
    }

    @Test
    void settingsAndFlowsThatAreGoneAreRecovered() throws IOException {
        var journal = new Journal(journalOfAnother(), e -> {
            throw new AssertionError(e);
        });
        FlowDocument lost = FlowDocument.empty("Lost");
        journal.unsaved("flows/lost.flow.json", () -> TestProject.CODEC.write(lost));
        journal.unsaved("project.json", () -> org.ivrea.flow.project.ProjectCodec.write(
                org.ivrea.flow.project.ProjectDocument.empty("Renamed").withMain("main")));
        journal.flush().join();
        try (Workspace workspace = project.open()) {
            workspace.recover();
            assertThat(workspace.project().settings().name()).isEqualTo("Renamed");
            assertThat(editor(workspace, "lost").document()).isEqualTo(lost);
            assertThat(project.ui.await(workspace.saveAll()).isSaved()).isTrue();
            assertThat(project.file("lost")).exists();
        }
    }

    private Path journalOfAnother() {
        return project.state.ofProject(project.folder).resolve("journal-another");
    }
}
