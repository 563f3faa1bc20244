package org.ivrea.designer.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Tokens in the system's keyring: in a real one where its tools are installed, and in stand-ins for those that fail.
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no secret-tool")
class KeyringVaultTest {
    private static final String UNLOCK = """
            mkdir -p "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"
            printf pw | gnome-keyring-daemon --unlock --components=secrets > /dev/null 2>&1
            exec "$@"
            """;
    private static final List<String> IN_FILE = List.of("vault KeyringVault", "kept first-t0ken",
            "changed second-t0ken", "in file true", "removed - There is no token for this server; edit it and type one",
            "other other-t0ken");

    @TempDir private Path folder;

    @Test
    void aRealKeyringKeepsThemAndNoFileDoes() throws Exception {
        for (String tool : List.of("dbus-run-session", "gnome-keyring-daemon", "secret-tool")) {
            assumeTrue(isInstalled(tool), tool + " is not installed");
        }
        List<String> command = new ArrayList<>(List.of("dbus-run-session", "--", "sh", "-c", UNLOCK, "sh"));
        command.addAll(trial());

        assertThat(run(command, Map.of("XDG_DATA_HOME", folder.resolve("data").toString(), "XDG_RUNTIME_DIR",
                folder.resolve("run").toString(), "HOME", folder.toString())))
                .containsExactly("vault KeyringVault", "kept first-t0ken", "changed second-t0ken", "in file false",
                        "removed - There is no token for this server; edit it and type one", "other other-t0ken");
    }

    @Test
    void whatALockedKeyringRefusesIsInTheFile() throws Exception {
        assertThat(run(trial(), standIn("echo 'Cannot create an item in a locked collection' >&2; exit 1")))
                .isEqualTo(IN_FILE);
    }

    @Test
    void withoutASessionOrTheToolTheFileIsUsed() throws Exception {
        Map<String, String> environment = Map.of("PATH", folder.toString(), "DBUS_SESSION_BUS_ADDRESS", "unix:path=/x");
        assertThat(run(trial(), environment)).startsWith("vault FileVault", "kept first-t0ken")
                .endsWith("other other-t0ken");
    }

    /// The token goes to the tool by its standard input, where nobody else can see it.
    @Test
    void tokensAreNeverArguments() throws Exception {
        Path seen = folder.resolve("seen");
        assertThat(run(trial(), standIn("echo \"$@\" >> " + seen + "; cat > /dev/null; exit 0")).getFirst())
                .isEqualTo("vault KeyringVault");
        assertThat(seen).content().contains("store --label=Ivrea: Milan application ivrea server milan",
                "lookup application ivrea server milan", "clear application ivrea server milan")
                .doesNotContain("t0ken");
    }

    private Map<String, String> standIn(String script) throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Path tool = Files.writeString(tools.resolve("secret-tool"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Map.of("PATH", tools + ":" + System.getenv("PATH"), "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    }

    private static boolean isInstalled(String tool) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
    }

    private List<String> trial() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KeyringTrial.class.getName(), folder.resolve("settings").toString());
    }

    private static List<String> run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        process.waitFor();
        return lines;
    }
}
