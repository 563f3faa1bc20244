package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.flow.json.JsonLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ProjectTemplateTest {
    @TempDir private Path folder;

    @Test
    void theSmallestComesFirst() throws IOException {
        assertThat(ProjectTemplate.all()).extracting(ProjectTemplate::name).startsWith("empty", "front-desk");
        assertThat(ProjectTemplate.named(ProjectTemplate.USUAL)).isPresent();
        assertThat(ProjectTemplate.named("nothing")).isEmpty();
    }

    @Test
    void eachIsAProjectWithItsMainFlowACallScriptAndTheNameThatWasChosen() throws IOException {
        for (ProjectTemplate template : ProjectTemplate.all()) {
            Path project = folder.resolve(template.name());
            template.create(project, "Büro \"Nord\"");

            assertThat(template.title()).isNotBlank();
            assertThat(template.description()).isNotBlank();
            ProjectDocument settings = ProjectCodec.read(Files.readAllBytes(project.resolve(ProjectFolder.SETTINGS)),
                    ProjectFolder.SETTINGS, JsonLimits.DEFAULT).orThrow();
            assertThat(settings.name()).isEqualTo("Büro \"Nord\"");
            assertThat(project.resolve("flows/" + settings.main() + ".flow.json")).exists();
            assertThat(project.resolve("tests")).isNotEmptyDirectory();
        }
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        ProjectTemplate template = ProjectTemplate.named("empty").orElseThrow();
        assertThatIOException().isThrownBy(() -> template.create(folder, "Desk")).withMessageContaining("not empty");
        assertThat(folder.resolve(ProjectFolder.SETTINGS)).doesNotExist();
    }
}
