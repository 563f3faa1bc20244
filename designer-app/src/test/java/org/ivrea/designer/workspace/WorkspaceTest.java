package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ivrea.designer.workspace.TestProject.edit;
import static org.ivrea.designer.workspace.TestProject.editor;

class WorkspaceTest {
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

    @Test
    void anEditIsPartOfTheProjectAndIsWrittenBySaving() {
        edit(workspace, "main", "Welcome");
        assertThat(workspace.project().flow("main")).isEqualTo(editor(workspace, "main").document());
        assertThat(project.onDisk("main").node("welcome")).isNull();
        assertThat(workspace.isDirty()).isTrue();

        assertThat(project.ui.await(workspace.save("main"))).isEqualTo(new SaveOutcome.Saved());
        assertThat(project.onDisk("main")).isEqualTo(editor(workspace, "main").document());
        assertThat(workspace.isDirty()).isFalse();
        assertThat(project.heard).containsExactly("dirty main", "clean main");
    }

    @Test
    void undoingToWhatIsOnDiskIsClean() {
        edit(workspace, "main", "Welcome");
        edit(workspace, "main", "Again");
        editor(workspace, "main").undo();
        editor(workspace, "main").undo();
        assertThat(workspace.isDirty()).isFalse();
        assertThat(project.heard).containsExactly("dirty main", "clean main");
    }

    @Test
    void settingsAreEditedUndoneAndSaved() throws IOException {
        workspace.settings().apply(ProjectEdit.of("renaming", it -> it.withName("Shop")));
        assertThat(workspace.project().settings().name()).isEqualTo("Shop");
        workspace.settings().undo();
        assertThat(workspace.settings().isDirty()).isFalse();
        workspace.settings().redo();
        edit(workspace, "help", "More");

        assertThat(project.ui.await(workspace.saveAll()).isSaved()).isTrue();
        assertThat(Files.readString(project.folder.resolve("project.json"))).contains("\"name\": \"Shop\"");
        assertThat(project.onDisk("help").node("more")).isNotNull();
        assertThat(workspace.isDirty()).isFalse();
    }

    @Test
    void eachEditIsAnalysedInTheBackground() {
        Analysis first = project.ui.await(workspace.analysed());
        assertThat(first.problems()).isEmpty();
        assertThat(first.compiled().flows()).containsOnlyKeys("help", "main");

        edit(workspace, "main", "Nowhere");
        Analysis second = project.ui.await(workspace.analysed());
        assertThat(second.revision()).isEqualTo(workspace.revision());
        assertThat(second.problemsOf("main")).extracting(Problem::nodeId).contains("nowhere");
        assertThat(second.compiled().flow("help")).isSameAs(first.compiled().flow("help"));
    }

    @Test
    void manyEditsAreAnalysedTogether() {
        project.ui.await(workspace.analysed());
        List<Long> revisions = new java.util.ArrayList<>();
        workspace.addAnalysisListener(analysis -> revisions.add(analysis.revision()));
        for (int count = 0; count < 200; count++) {
            edit(workspace, "main", "Node " + count);
        }
        assertThat(project.ui.await(workspace.analysed()).revision()).isEqualTo(workspace.revision());
        assertThat(revisions).isSorted().hasSizeLessThan(200);
    }

    @Test
    void aNewFlowIsWrittenAtOnce() {
        FlowDocument flow = FlowDocument.empty("Night");
        assertThat(project.ui.await(workspace.createFlow("night", flow)).isSaved()).isTrue();
        assertThat(project.onDisk("night")).isEqualTo(flow);
        assertThat(workspace.editor("night")).isPresent();
        assertThat(project.heard).containsExactly("added night");

        assertThat(project.ui.await(workspace.createFlow("night", flow)))
                .isInstanceOfSatisfying(SaveOutcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("night"));
        assertThat(workspace.objectionTo("Not valid")).get().asString().contains("Not valid");
    }

    @Test
    void aRenameIsFollowedByWhatNamesTheFlowAndLeavesUnsavedChangesUnsaved() {
        edit(workspace, "main", "Unsaved");
        project.ui.await(workspace.renameFlow("help", "advice"));

        assertThat(workspace.editors()).containsOnlyKeys("advice", "main");
        assertThat(flowOfCall(editor(workspace, "main").document())).isEqualTo(Json.of("advice"));
        assertThat(flowOfCall(project.onDisk("main"))).isEqualTo(Json.of("advice"));
        assertThat(project.onDisk("main").node("unsaved")).isNull();
        assertThat(project.file("help")).doesNotExist();
        assertThat(project.onDisk("advice")).isEqualTo(TestProject.help());
        assertThat(editor(workspace, "main").isDirty()).isTrue();

        editor(workspace, "main").undo();
        assertThat(flowOfCall(editor(workspace, "main").document())).isEqualTo(Json.of("advice"));
        assertThat(workspace.isDirty()).isFalse();
        assertThat(project.ui.await(workspace.analysed()).problems()).isEmpty();
    }

    @Test
    void theMainFlowStaysTheMainFlowWhenItIsRenamed() throws IOException {
        project.ui.await(workspace.renameFlow("main", "front-desk"));
        assertThat(workspace.project().mainFlow()).isNotNull();
        assertThat(Files.readString(project.folder.resolve("project.json"))).contains("\"main\": \"front-desk\"");
        assertThat(workspace.isDirty()).isFalse();
        edit(workspace, "front-desk", "More");
        assertThat(project.ui.await(workspace.save("front-desk")).isSaved()).isTrue();
        assertThat(project.onDisk("front-desk").node("more")).isNotNull();
        assertThat(project.file("main")).doesNotExist();
    }

    private static Json flowOfCall(FlowDocument flow) {
        NodeDocument call = java.util.Objects.requireNonNull(flow.node("call"));
        return java.util.Objects.requireNonNull(call.field("flow"));
    }

    @Test
    void aDeletedFlowCanBeBroughtBack() {
        FlowDocument document = editor(workspace, "help").document();
        assertThat(project.ui.await(workspace.deleteFlow("help")).isSaved()).isTrue();
        assertThat(project.file("help")).doesNotExist();
        assertThat(workspace.editors()).containsOnlyKeys("main");
        assertThat(project.ui.await(workspace.createFlow("help", document)).isSaved()).isTrue();
        assertThat(project.onDisk("help")).isEqualTo(document);
    }

    @Test
    void aFolderWithoutAProjectIsRefusedWithAReason() {
        assertThatThrownBy(() -> Workspace.open(temporary.resolve("nothing"), TestProject.REGISTRY, project.ui,
                project.state)).isInstanceOf(WorkspaceFailure.class).hasMessageContaining("project.json");
    }
}
