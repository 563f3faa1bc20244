package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BrokenFilesTest {
    @TempDir private Path temporary;
    private TestProject project;

    @BeforeEach
    void create() {
        project = new TestProject(temporary);
    }

    @Test
    void aDamagedFlowIsShownAsItIsWithWhatIsWrong() throws IOException {
        Files.writeString(project.file("help"), "{ \"formatVersion\": 1,\n  \"name\": }");
        try (Workspace workspace = project.open()) {
            assertThat(workspace.editors()).containsOnlyKeys("main");
            BrokenFile broken = workspace.brokenFlows().values().iterator().next();
            assertThat(broken.text()).contains("\"name\": }");
            assertThat(broken.problems()).singleElement()
                    .satisfies(problem -> assertThat(String.valueOf(problem.position())).isEqualTo("2:11"));
            assertThat(project.ui.await(workspace.analysed()).problems()).extracting(Problem::file)
                    .containsOnlyOnce("flows/help.flow.json");
            assertThat(project.ui.await(workspace.saveAll()).isSaved()).isTrue();
        }
        assertThat(Files.readString(project.file("help"))).contains("\"name\": }");
    }

    @Test
    void aFlowOfANewerReleaseIsNotTouched() throws IOException {
        Files.writeString(project.file("help"), "{ \"formatVersion\": 99, \"name\": \"Future\" }");
        try (Workspace workspace = project.open()) {
            assertThat(workspace.brokenFlows()).containsOnlyKeys("help");
            assertThat(project.ui.await(workspace.createFlow("help", TestProject.help())).isSaved()).isFalse();
        }
        assertThat(Files.readString(project.file("help"))).contains("99");
    }

    @Test
    void brokenSettingsLetTheFlowsBeEditedAndAreNotOverwritten() throws IOException {
        Path settings = project.folder.resolve("project.json");
        Files.writeString(settings, "{ nonsense");
        try (Workspace workspace = project.open()) {
            assertThat(workspace.editors()).containsOnlyKeys("help", "main");
            assertThat(workspace.brokenFiles()).containsOnlyKeys("project.json");
            workspace.settings().apply(ProjectEdit.of("renaming", it -> it.withName("Other")));
            assertThat(project.ui.await(workspace.saveSettings())).isInstanceOf(SaveOutcome.Failed.class);
            TestProject.edit(workspace, "main", "More");
            assertThat(project.ui.await(workspace.save("main")).isSaved()).isTrue();
        }
        assertThat(Files.readString(settings)).isEqualTo("{ nonsense");
    }

    @Test
    void bytesThatAreNoTextAndMisnamedFilesAreProblemsOnly() throws IOException {
        Files.write(project.file("help"), new byte[] {(byte) 0xff, (byte) 0xfe, 1});
        Files.writeString(project.folder.resolve("flows/Bad Name.flow.json"), "{}");
        try (Workspace workspace = project.open()) {
            assertThat(workspace.brokenFlows()).containsOnlyKeys("help");
            assertThat(project.ui.await(workspace.analysed()).problems()).extracting(Problem::file)
                    .contains("flows/help.flow.json", "flows/Bad Name.flow.json");
        }
    }
}
