package org.ivrea.designer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The program is started as `mvn -Prun` does it, on a machine without a display.
@EnabledOnOs(OS.LINUX)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class NoDisplayTest {
    private static final Path COMMAND_LINE = Path.of("..", "runtime", "server", "target", "ivrea", "lib");
    private static final Path SAMPLE = Path.of("..", "flows-samples", "main-menu");

    @TempDir Path scratch;

    private record Ended(int code, String out, String err) {}

    private Ended start(List<String> options, String classPath) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
                "-Divrea.state=" + scratch.resolve("state")));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Main.class.getName()));
        Path out = scratch.resolve("out");
        Path err = scratch.resolve("err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        Process process = builder.start();
        try (OutputStream keys = process.getOutputStream()) {
            // The caller hangs up.
            keys.write("h".getBytes(StandardCharsets.UTF_8));
        }
        int code = process.waitFor();
        return new Ended(code, Files.readString(out), Files.readString(err));
    }

    @Test
    void oneLineSaysWhyThereIsNoWindow() throws IOException, InterruptedException {
        Ended ended = start(List.of(), System.getProperty("java.class.path"));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines()).singleElement().asString().contains("no display").contains("DISPLAY");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void theSimulatedCallBeginsInTheTerminalInstead() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(COMMAND_LINE), "the command line was not packaged: mvn package");
        Ended ended = start(List.of("-Divrea.terminal=simulate " + SAMPLE),
                System.getProperty("java.class.path") + java.io.File.pathSeparator + COMMAND_LINE + "/*");
        assertThat(ended.err().lines()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ended.err().lines().toList().get(0)).contains("no display");
        assertThat(ended.err().lines().toList().get(1)).contains("simulated call");
        assertThat(ended.out() + ended.err()).contains("Calling main of", "The call is over").doesNotContain("\tat ");
    }
}
