package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class CheckCommandTest {
    @TempDir private Path folder;

    @Test
    void aGoodProjectHasNoProblems() {
        Run run = Run.of("check", Projects.good(folder));
        assertThat(run).isEqualTo(new Run(ExitCode.OK, "No problems in 1 flow and 7 call scripts\n", ""));
    }

    @Test
    void aProblemIsShownInItsLine() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"left\": \"goodbye\"", "\"left\": \"godbye\"");
        Run run = Run.of("check", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains(project.resolve(Projects.FLOW) + ":").contains(": error: ")
                .contains("did you mean \"goodbye\"?").contains("[exit-dangling]")
                .contains("1 error").contains("--fix can solve");
        String[] lines = run.out().split("\n");
        assertThat(lines[1]).contains(" | ").contains("\"left\": \"godbye\"");
        assertThat(lines[2].indexOf('^')).isEqualTo(lines[1].indexOf("\"godbye\""));
    }

    @Test
    void brokenJsonIsAProblemWithItsPlace() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"start\": \"welcome\",", "\"start\": \"welcome\"");
        Run run = Run.of("check", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains(Projects.FLOW + ":6:3: error:").contains("comma").contains("[json-syntax]");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void brokenSettingsAreAProblemToo() {
        Path project = Projects.good(folder);
        Projects.write(project, "project.json", "{ \"formatVersion\": 1, ");
        Run run = Run.of("check", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("project.json:1:").contains("json-syntax");
    }

    @Test
    void aFileThatCannotBeReadIsAProblem() throws IOException {
        Path project = Projects.good(folder);
        Files.delete(project.resolve("project.json"));
        Files.createDirectory(project.resolve("project.json"));
        Files.write(project.resolve("tests/odd.call"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Run run = Run.of("check", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("[file-unreadable]").contains("not a regular file");
    }

    @Test
    void callScriptsAreCheckedToo() throws IOException {
        Path project = Projects.good(folder);
        Projects.write(project, "tests/broken.call", "hear \"press 1\"\npres 1\n");
        Files.write(project.resolve("tests/odd.call"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Run run = Run.of("check", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("tests/broken.call:2:1: error:").contains("did you mean \"press\"?")
                .contains("    2 | pres 1\n      | ^\n")
                .contains("tests/odd.call: error: This file is not UTF-8");
    }

    @Test
    void warningsCountWhenTheyAreToCount() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"label\": \"Welcome\"", "\"lable\": \"Welcome\"");
        assertThat(Run.of("check", project).code()).isEqualTo(ExitCode.OK);
        Run strict = Run.of("check", "--strict", project);
        assertThat(strict.code()).isEqualTo(ExitCode.FOUND);
        assertThat(strict.out()).contains("warning:").contains("lable").contains("1 warning");
    }

    @Test
    void theReportForProgramsIsJson() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"left\": \"goodbye\"", "\"left\": \"godbye\"");
        Run run = Run.of("check", "--json", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(JsonReader.read(run.out().getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT).problems())
                .isEmpty();
        assertThat(run.out()).contains("\"errors\": 1", "\"code\": \"exit-dangling\"",
                "\"file\": \"" + Projects.FLOW + "\"", "\"node\": \"mailbox\"",
                "\"pointer\": \"/nodes/mailbox/exits/left\"", "\"line\": ", "\"column\": ",
                "\"fix\": \"Unwire the exit\"");
    }

    @Test
    void fixesAreAppliedUntilNoneIsLeft() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"left\": \"goodbye\"", "\"left\": \"godbye\"");
        Projects.change(project, Projects.FLOW, "\"layout\": {", "\"layout\": {\n    \"nowhere\": [ 0, 0 ],");
        Run run = Run.of("check", "--fix", project);
        assertThat(run.out()).contains("fixed " + Projects.FLOW + ": Unwire the exit");
        assertThat(Projects.read(project, Projects.FLOW)).doesNotContain("godbye").doesNotContain("nowhere")
                .contains("\"left\": null");
        assertThat(Run.of("check", project).out()).doesNotContain("= fix:");
        assertThat(Run.of("format", "--check", project).code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void withoutAnythingToFixNothingIsWritten() throws IOException {
        Path project = Projects.good(folder);
        var before = Files.getLastModifiedTime(project.resolve(Projects.FLOW));
        assertThat(Run.of("check", "--fix", project).out()).startsWith("No problems");
        assertThat(Files.getLastModifiedTime(project.resolve(Projects.FLOW))).isEqualTo(before);
    }

    @Test
    void aFlowThatCannotBeWrittenIsLeftAsItWas() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"left\": \"goodbye\"", "\"left\": \"godbye\"");
        String before = Projects.read(project, Projects.FLOW);
        assumeTrue(project.resolve(Projects.FLOW).toFile().setWritable(false)
                && !Files.isWritable(project.resolve(Projects.FLOW)), "this user may write everything");
        Run run = Run.of("check", "--fix", project);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains("cannot be written, so nothing was changed").hasLineCount(1);
        assertThat(Projects.read(project, Projects.FLOW)).isEqualTo(before);
    }

    @Test
    void whatIsInAFileNeverSteersTheTerminal() {
        Path project = Projects.changed(folder, Projects.FLOW, "\"start\": \"welcome\"",
                "\"start\": \"wel\\u001b[2Jcome\", \u001b[31m");
        Run run = Run.of("check", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).doesNotContain("\u001b");
    }

    @Test
    void aVeryLongLineIsShownAroundItsPlace() {
        String line = "{ \"formatVersion\": 1, \"name\": \"" + "x".repeat(5_000) + "\", \"nodes\": [] }";
        Path project = Projects.good(folder);
        Projects.write(project, Projects.FLOW, line);
        String[] lines = Run.of("check", project).out().split("\n");
        assertThat(lines[1]).hasSizeLessThan(130).contains("…").contains("[]");
        assertThat(lines[2].indexOf('^')).isEqualTo(lines[1].indexOf("[]"));
    }
}
