package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NewCommandTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"empty", "front-desk"})
    void aNewProjectHasNoProblemsAndTakesEveryExit(String template) {
        Path project = folder.resolve("in/city-bank");
        Run run = Run.of("new", project, "--template", template);
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("\"City bank\"").contains("ivrea simulate " + project);
        assertThat(Run.of("check", "--strict", project).out()).startsWith("No problems");
        assertThat(Run.of("format", "--check", project).code()).isEqualTo(ExitCode.OK);
        Run test = Run.of("test", project, "--min-coverage", 100, "--hang-ups");
        assertThat(test.code()).as(test.out()).isEqualTo(ExitCode.OK);
    }

    @Test
    void withoutATemplateItIsTheFrontDesk() {
        Path project = folder.resolve("x");
        Run.of("new", project);
        assertThat(project.resolve("flows/front-desk.flow.json")).exists();
    }

    @Test
    void everySampleIsATemplateAndPassesItsCallScriptsUnderItsNewName() {
        for (String sample : List.of("appointment", "bank", "main-menu", "survey")) {
            Path project = folder.resolve(sample);
            assertThat(Run.of("new", project, "--template", sample, "--name", "Mine").code()).isEqualTo(ExitCode.OK);
            assertThat(Projects.read(project, "project.json")).contains("\"name\": \"Mine\"");
            assertThat(project.resolve("prompts")).isNotEmptyDirectory();
            assertThat(Run.of("check", project).code()).as(sample).isEqualTo(ExitCode.OK);
            assertThat(Run.of("format", "--check", project).code()).as(sample).isEqualTo(ExitCode.OK);
            assertThat(Run.of("test", project).code()).as(sample).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void aTemplateThatThereIsNotIsAnsweredWithThoseThatThereAre() {
        Run run = Run.of("new", folder.resolve("x"), "--template", "shop");
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err())
                .contains("no template \"shop\"", "empty, front-desk, appointment, survey, bank, main-menu")
                .hasLineCount(1);
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(Run.of("help", "new").out()).contains("front-desk", "survey");
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
