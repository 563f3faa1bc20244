package org.ivrea.designer.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.ivrea.designer.edit.BoxSize;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.workspace.extract.ExtractionRefused;
import org.ivrea.designer.workspace.extract.SubflowExtraction;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.document.FlowDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// A part of a flow that became a subflow: one step of undo for both flows.
@SuppressWarnings("NullAway.Init")
final class ExtractionUndoTest {
    @TempDir Path temporary;
    TestProject project;
    Workspace workspace;
    FlowEditor main;

    @BeforeEach
    void extract() throws ExtractionRefused {
        project = new TestProject(temporary);
        workspace = project.open();
        main = TestProject.editor(workspace, "main");
        var compiled = CompiledProject.compile(workspace.project(), TestProject.REGISTRY);
        workspace.extract("main", "part", SubflowExtraction.of(Objects.requireNonNull(compiled.flow("main")),
                Set.of("call"), "part", "Part", (_, _) -> new BoxSize(200, 100)), 1);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theNewFlowIsThereAndNotSaved() {
        assertThat(TestProject.editor(workspace, "part").isDirty()).isTrue();
        assertThat(project.heard).contains("added part", "dirty part");
        assertThat(main.undoName()).isEqualTo("extraction of 1 node");
        assertThat(Files.exists(project.file("part"))).isFalse();
    }

    @Test
    void undoTakesBothBackAndRedoBringsBothAgain() {
        FlowDocument part = TestProject.editor(workspace, "part").document();

        main.undo();
        assertThat(main.document()).isEqualTo(TestProject.main());
        assertThat(workspace.editor("part")).isEmpty();

        main.redo();
        assertThat(TestProject.editor(workspace, "part").document()).isEqualTo(part);
        assertThat(TestProject.editor(workspace, "part").isDirty()).isTrue();
    }

    @Test
    void aNewFlowThatWasEditedStays() {
        TestProject.edit(workspace, "part", "more");
        main.undo();
        assertThat(workspace.editor("part")).isPresent();
    }

    @Test
    void itIsSavedAsAnyOther() {
        project.ui.await(workspace.saveAll());
        assertThat(project.onDisk("part")).isEqualTo(TestProject.editor(workspace, "part").document());
        assertThat(workspace.isDirty()).isFalse();
    }
}
