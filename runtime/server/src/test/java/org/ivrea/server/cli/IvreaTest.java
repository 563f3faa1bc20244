package org.ivrea.server.cli;

import java.nio.file.Path;
import java.util.Map;
import org.ivrea.server.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IvreaTest {
    private static final String ESCAPE = "\u001b[";

    @TempDir private Path folder;

    @Test
    void withoutACommandItExplainsItself() {
        Run run = Run.of();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Usage: ivrea", "simulate", "Exit codes:");
    }

    @Test
    void everyCommandExplainsItself() {
        var commands = Ivrea.commandLine(Run.console()).getSubcommands().keySet();
        assertThat(commands).contains("new", "check", "simulate", "test", "format", "schema", "nodes", "completion");
        for (String command : commands) {
            Run help = Run.of(command, "--help");
            assertThat(help.code()).isEqualTo(ExitCode.OK);
            assertThat(help.out()).startsWith("Usage: ivrea " + command);
            assertThat(Run.of("help", command).out()).isEqualTo(help.out());
        }
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheRightOne() {
        assertThat(Run.of("chekc").err()).contains("chekc", "did you mean").contains("check");
        Run help = Run.of("help", "chekc");
        assertThat(help.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(help.err()).contains("did you mean \"check\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "check", "simulate", "test", "format", "schema", "nodes", "completion"})
    void anUnknownOptionIsOneMessageAndExitCode2(String command) {
        Run run = command.equals("new") ? Run.of(command, "x", "--bogus") : Run.of(command, "--bogus");
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--bogus", "Try: ivrea " + command + " --help").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "simulate", "test", "format"})
    void aFolderThatIsNotThereIsOneMessageAndExitCode2(String command) {
        Path missing = folder.resolve("missing");
        Run run = Run.of(command, missing);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).startsWith("error: There is no folder " + missing).contains("ivrea new")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "simulate", "test", "format"})
    void aFolderThatIsNoProjectIsOneMessageAndExitCode2(String command) {
        Run run = Run.of(command, folder);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains(folder + " holds no project.json").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "simulate", "test", "format"})
    void aFileInPlaceOfAFolderIsOneMessageAndExitCode2(String command) {
        Path flow = Projects.good(folder).resolve(Projects.FLOW);
        Run run = Run.of(command, flow);
        assertThat(run.code()).isEqualTo(ExitCode.UNABLE);
        assertThat(run.err()).contains(flow + " is a file").hasLineCount(1);
    }

    @Test
    void theSettingsFileStandsForItsFolder() {
        Path project = Projects.good(folder);
        assertThat(Run.of("check", project.resolve("project.json")).code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void theStackTraceComesWithDebugOnly() {
        assertThat(Run.of("check", folder).err()).doesNotContain("\tat ");
        assertThat(Run.of("check", folder, "--debug").err()).contains("CliFailure", "\tat org.ivrea");
        assertThat(Run.of("--debug", "check", folder).err()).contains("\tat org.ivrea");
    }

    @Test
    void colourIsForTerminalsThatWantIt() {
        Path project = Projects.good(folder);
        assertThat(Run.of("check", project).out()).doesNotContain(ESCAPE);
        assertThat(Run.in(Map.of(), true, "", "check", project).out()).contains(ESCAPE);
        assertThat(Run.in(Map.of("NO_COLOR", "1"), true, "", "check", project).out()).doesNotContain(ESCAPE);
        assertThat(Run.in(Map.of("TERM", "dumb"), true, "", "check", project).out()).doesNotContain(ESCAPE);
        assertThat(Run.of("check", project, "--color", "always").out()).contains(ESCAPE);
        assertThat(Run.in(Map.of(), true, "", "check", project, "--color=never").out()).doesNotContain(ESCAPE);
        assertThat(Run.of("check", project, "--color", "pink").err()).contains("auto", "always", "never", "pink");
    }

    @Test
    void itKnowsItsVersion() {
        assertThat(Run.of("--version").out()).containsPattern("ivrea [0-9]+\\.[0-9]+").contains("Java ");
    }
}
