package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class FormatCommandTest {
    @TempDir private Path folder;

    @Test
    void whatIsCanonicalStaysAsItIs() {
        Path project = Projects.good(folder);
        String before = Projects.read(project, Projects.FLOW);
        Run run = Run.of("format", project);
        assertThat(run).isEqualTo(new Run(ExitCode.OK, "2 files, all in canonical form\n", ""));
        assertThat(Projects.read(project, Projects.FLOW)).isEqualTo(before);
    }

    @Test
    void otherFilesBecomeCanonical() {
        Path project = Projects.good(folder);
        String canonical = Projects.read(project, Projects.FLOW);
        Projects.write(project, Projects.FLOW, canonical.replaceAll("\\s+", " "));
        Projects.change(project, "project.json", "  \"name\"", "\t\"name\"");
        Run check = Run.of("format", "--check", project);
        assertThat(check.code()).isEqualTo(ExitCode.FOUND);
        assertThat(check.out()).contains("not canonical: " + project.resolve(Projects.FLOW), "2 of 2 files");
        assertThat(Projects.read(project, Projects.FLOW)).isNotEqualTo(canonical);

        Run run = Run.of("format", project);
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("formatted " + project.resolve(Projects.FLOW));
        assertThat(Projects.read(project, Projects.FLOW)).isEqualTo(canonical);
        assertThat(Run.of("format", "--check", project).code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aBrokenFileIsShownAndLeftAlone() {
        Path project = Projects.good(folder);
        Projects.write(project, "flows/broken.flow.json", "{ \"nodes\": ");
        Projects.change(project, Projects.FLOW, "  \"name\"", "\t\"name\"");
        Run run = Run.of("format", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("flows/broken.flow.json:1:").contains("formatted ");
        assertThat(Projects.read(project, "flows/broken.flow.json")).isEqualTo("{ \"nodes\": ");
    }

    @Test
    void brokenSettingsLeaveAllAlone() {
        Path project = Projects.good(folder);
        Projects.write(project, "project.json", "[]");
        Run run = Run.of("format", project);
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("project.json").doesNotContain("canonical");
        assertThat(Projects.read(project, "project.json")).isEqualTo("[]");
    }

    @Test
    void aFileThatCannotBeWrittenIsOneMessage() throws IOException {
        Path project = Projects.changed(folder, Projects.FLOW, "  \"name\"", "\t\"name\"");
        Path flow = project.resolve(Projects.FLOW);
        assumeTrue(flow.toFile().setWritable(false) && !Files.isWritable(flow), "this user may write everything");
        Run run = Run.of("format", project);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains("Could not save " + Projects.FLOW).hasLineCount(1);
        assertThat(Files.readString(flow)).contains("\t\"name\"");
    }
}
