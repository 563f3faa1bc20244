package org.ivrea.designer.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.designer.window.Openable.PackageAt;
import org.ivrea.designer.window.Openable.ProjectAt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OpenableTest {
    @TempDir private Path scratch;

    private Path project;

    @BeforeEach
    void makeProject() throws IOException {
        project = scratch.resolve("shop");
        touch("project.json");
    }

    @Test
    void aFolderOrItsSettingsMeanTheProject() {
        assertThat(Openable.of(project)).contains(new ProjectAt(project, null));
        assertThat(Openable.of(project.resolve("project.json"))).contains(new ProjectAt(project, null));
    }

    @Test
    void aFlowMeansItsProjectAndTheFlow() throws IOException {
        assertThat(Openable.of(touch("flows/main.flow.json"))).contains(new ProjectAt(project, "main"));
        assertThat(Openable.of(touch("flows/sub/hours.flow.json"))).contains(new ProjectAt(project, "sub/hours"));
    }

    @Test
    void anotherFileMeansTheProjectThatItIsIn() throws IOException {
        assertThat(Openable.of(touch("prompts/en/hello.wav"))).contains(new ProjectAt(project, null));
    }

    @Test
    void aPackageIsOneByItsName() throws IOException {
        assertThat(Openable.of(touch("../shop-1.0.0.ivrea")))
                .contains(new PackageAt(scratch.resolve("shop-1.0.0.ivrea")));
    }

    @Test
    void aFileInNoProjectMeansNothing() throws IOException {
        assertThat(Openable.of(touch("../lonely.flow.json"))).isEmpty();
        assertThat(Openable.of(scratch.resolve("missing"))).isEmpty();
    }

    private Path touch(String name) throws IOException {
        Path file = project.resolve(name).normalize();
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}
