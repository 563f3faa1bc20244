package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class NewCommandTest {
    @TempDir private Path folder;

    @Test
    void aNewProjectHasNoProblemsAndTakesEveryExit() {
        Path project = folder.resolve("in/city-bank");
        Run run = Run.of("new", project);
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("\"City bank\"").contains("ivrea simulate " + project);
        assertThat(Run.of("check", "--strict", project).out()).startsWith("No problems");
        assertThat(Run.of("format", "--check", project).code()).isEqualTo(ExitCode.OK);
        Run test = Run.of("test", project, "--min-coverage", 100, "--hang-ups");
        assertThat(test.code()).as(test.out()).isEqualTo(ExitCode.OK);
    }

    @Test
    void theNameCanBeGiven() {
        Path project = folder.resolve("x");
        Run.of("new", project, "--name", "Büro \"Nord\"");
        assertThat(Projects.read(project, "project.json")).contains("Büro \\\"Nord\\\"");
        assertThat(Run.of("check", project).code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        Path project = Files.createDirectory(folder.resolve("empty"));
        assertThat(Run.of("new", project).code()).isEqualTo(ExitCode.OK);
        assertThat(project.resolve("project.json")).exists();
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Path project = Files.createDirectory(folder.resolve("full"));
        Files.writeString(project.resolve("notes.txt"), "mine");
        Run run = Run.of("new", project);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains("is not empty, so nothing was written").hasLineCount(1);
        assertThat(project).isDirectoryNotContaining(file -> file.endsWith("project.json"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsOneMessage() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(Run.of("new", file).err()).contains(file + " is a file").hasLineCount(1);
        Run below = Run.of("new", file.resolve("project"));
        assertThat(below.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(below.err()).contains("cannot be written").hasLineCount(1);
    }

    @Test
    void theFolderMustBeGiven() {
        Run run = Run.of("new");
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains("FOLDER");
    }
}
