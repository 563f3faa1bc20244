package org.ivrea.designer.workspace;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.designer.workspace.TestProject.edit;
import static org.ivrea.designer.workspace.TestProject.editor;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LockTest {
    @TempDir private Path temporary;
    private TestProject project;

    @BeforeEach
    void create() {
        project = new TestProject(temporary);
    }

    @Test
    void theSecondWindowIsReadOnlyUntilTheFirstCloses() {
        Workspace first = project.open();
        try (Workspace second = project.open()) {
            assertThat(first.isReadOnly()).isFalse();
            assertThat(second.isReadOnly()).isTrue();
            assertThat(second.lockedBy().orElseThrow().pid()).isEqualTo(ProcessHandle.current().pid());
            edit(second, "main", "Mine");
            assertThat(project.ui.await(second.save("main"))).isInstanceOfSatisfying(SaveOutcome.Failed.class,
                    failed -> assertThat(failed.message()).contains("Take the project over"));
            assertThat(project.onDisk("main")).isEqualTo(TestProject.main());

            first.close();
            project.ui.await(second.refresh());
            assertThat(second.isReadOnly()).isFalse();
            assertThat(project.ui.await(second.save("main")).isSaved()).isTrue();
        }
    }

    @Test
    void whoeverTakesOverSavesAndTheOtherCannotAnyMore() {
        try (Workspace first = project.open(); Workspace second = project.open()) {
            edit(first, "main", "Of the first");
            second.takeOver();
            assertThat(second.isReadOnly()).isFalse();
            edit(second, "help", "Of the second");
            assertThat(project.ui.await(second.save("help")).isSaved()).isTrue();

            assertThat(project.ui.await(first.save("main"))).isInstanceOf(SaveOutcome.Failed.class);
            project.ui.await(first.refresh());
            assertThat(first.isReadOnly()).isTrue();
            assertThat(editor(first, "main").isDirty()).as("nothing is lost").isTrue();
            first.takeOver();
            assertThat(project.ui.await(first.save("main")).isSaved()).isTrue();
            assertThat(project.onDisk("help").node("of-the-second")).isNotNull();
        }
    }

    @Test
    void ofTwoThatWaitOneGetsTheProject() {
        Workspace first = project.open();
        try (Workspace second = project.open(); Workspace third = project.open()) {
            first.close();
            project.ui.await(second.refresh());
            project.ui.await(third.refresh());
            assertThat(second.isReadOnly()).isFalse();
            assertThat(third.isReadOnly()).isTrue();
        }
    }

    @Test
    void changesMadeWhileReadOnlyAreKeptForRecoveryOnceTheProjectIsTakenOver() throws Exception {
        try (Workspace first = project.open(); Workspace second = project.open()) {
            edit(second, "main", "Mine");
            second.takeOver();
            project.ui.await(second.refresh());
            var journals = new java.util.ArrayList<Path>();
            while (journals.isEmpty()) {
                try (var files = java.nio.file.Files.walk(project.state.path())) {
                    files.filter(file -> file.getFileName().toString().startsWith("journal-")).forEach(journals::add);
                }
                Thread.onSpinWait();
            }
            assertThat(first.isReadOnly()).isFalse();
            project.ui.await(first.refresh());
            assertThat(first.isReadOnly()).isTrue();
        }
    }

    @Test
    void anotherProcessHoldsTheProjectAsLongAsItLives() throws Exception {
        try (var child = new ChildDesigner(project)) {
            assertThat(child.says()).isEqualTo("open");
            try (Workspace workspace = project.open()) {
                assertThat(workspace.lockedBy().orElseThrow().pid()).isEqualTo(child.pid());
                assertThat(workspace.readOnlyReason()).get().asString().contains(Long.toString(child.pid()));
            }
            child.kill();
            try (Workspace workspace = project.open()) {
                assertThat(workspace.isReadOnly()).isFalse();
            }
        }
    }

    @Test
    void aSecondProcessFindsTheProjectReadOnly() throws Exception {
        try (Workspace workspace = project.open(); var child = new ChildDesigner(project)) {
            assertThat(child.says()).isEqualTo("read-only");
            edit(workspace, "main", "Mine");
            assertThat(project.ui.await(workspace.save("main")).isSaved()).isTrue();
        }
    }

    @Test
    void differentProjectsDoNotLockEachOther() {
        var other = new TestProject(temporary.resolve("other"));
        try (Workspace first = project.open(); Workspace second = other.open()) {
            assertThat(first.isReadOnly()).isFalse();
            assertThat(second.isReadOnly()).isFalse();
        }
    }
}
