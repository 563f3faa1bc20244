package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.ivrea.engine.spec.NodeReference;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.SchemaWriter;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ReferenceCommandsTest {
    @Test
    void nodesListsEveryType() {
        Run run = Run.of("nodes");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("talk\n", "connect\n");
        NodeRegistry.load().names().forEach(name -> assertThat(run.out()).contains("  " + name + " "));
    }

    @Test
    void nodesExplainsOneType() {
        Run run = Run.of("nodes", "menu");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("menu: Menu\n")
                .containsPattern("timeoutMs +a whole number, 100 to 120000 ms; 5000 if left out");
        Run unknown = Run.of("nodes", "mneu");
        assertThat(unknown.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(unknown.err()).contains("did you mean \"menu\"?").hasLineCount(1);
    }

    @Test
    void nodesPrintsTheReference() {
        assertThat(Run.of("nodes", "--markdown").out()).isEqualTo(NodeReference.markdown(NodeRegistry.load()));
    }

    @Test
    void schemaPrintsTheSchema() {
        Run run = Run.of("schema");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).isEqualTo(SchemaWriter.schema(NodeRegistry.load()));
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        Run run = Run.of("completion");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("simulate", "--min-coverage", "--live-http", "ZSH_VERSION");
        assertThat(Run.of("completion", "zsh").out()).isEqualTo(run.out());
        Run unknown = Run.of("completion", "fish");
        assertThat(unknown.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(unknown.err()).contains("fish", "bash, zsh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such shells")
    void shellsUnderstandTheScript(String shell, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin", shell)) || Files.isExecutable(Path.of("/bin", shell)),
                shell + " is not installed");
        Path script = Files.writeString(folder.resolve("completion"), Run.of("completion", shell).out());
        Process process = new ProcessBuilder(shell, "-n", script.toString()).inheritIO().start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
