package org.ivrea.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The command line as a process of its own.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ProcessTest {
    private static final int TERMINATED = 143;

    @TempDir private Path folder;

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
                        System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    @Test
    void itReturnsItsExitCodeAndWritesNothingThatNobodyAskedFor() throws Exception {
        Process process = start("check", Projects.good(folder).toString());
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("No problems in 1 flow and 7 call scripts\n");
        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("err")).isEmptyFile();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process there is ended without being told")
    void whenItIsToldToEndTheCallerHangsUp() throws Exception {
        Path project = Projects.changed(folder, Projects.FLOW, "  \"layout\": {", """
                "handlers": { "hangup": "farewell" },
                "layout": {""");
        Projects.change(project, Projects.FLOW, "    \"goodbye\": {", """
                "farewell": { "type": "log", "text": "The caller has gone", "exits": { "next": null } },
                "goodbye": {""");
        Process process = start("simulate", project.toString());
        try (BufferedReader out = process.inputReader()) {
            List<String> lines = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (line.contains("Welcome")) {
                    assertThat(process.toHandle().destroy()).isTrue();
                }
            }
            assertThat(String.join("\n", lines)).containsSubsequence("Welcome", "CALLER  hangs up",
                    "The caller has gone", "The call is over.");
        }
        assertThat(process.waitFor()).isEqualTo(TERMINATED);
        assertThat(Files.readString(folder.resolve("err"))).isEmpty();
    }
}
