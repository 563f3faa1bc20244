package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ivrea.freeswitch.environment.EnvironmentFile;
import org.ivrea.server.cli.console.Console;
import org.ivrea.server.cli.pack.KeyFiles;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What the installers put on a server fits together, and fits the command line.
class InstalledFilesTest {
    private static final Path PACKAGING = Path.of("../../packaging");
    private static final Path DATA = Path.of("/var/lib/ivrea");
    /// Under other names than they have where they are installed.
    private static final Map<String, String> RENAMED = Map.of("/etc/default/ivrea", "default", "/etc/logrotate.d/ivrea",
            "logrotate");

    private final String unit = read("systemd/ivrea.service");
    private final List<String> configuration = read("debian/ivrea/conffiles").lines().toList();

    @Test
    void everyConfigurationFileIsShipped() {
        assertThat(configuration).isNotEmpty().allSatisfy(file -> {
            String name = RENAMED.getOrDefault(file, Path.of(file).getFileName().toString());
            assertThat(Stream.of("config", "freeswitch").map(folder -> PACKAGING.resolve(folder).resolve(name)))
                    .as(file).anyMatch(Files::isRegularFile);
        });
    }

    @Test
    void theConfigurationNamesOnlyFilesThatAreInstalledAndPlacesThatTheServiceMayWriteTo() {
        for (String file : List.of("config/server.json", "freeswitch/ivrea.conf.xml")) {
            assertThat(paths(read(file)).filter(path -> !path.startsWith("/usr/"))).as(file).isNotEmpty()
                    .allSatisfy(
                            path -> assertThat(Path.of(path).startsWith(DATA) || configuration.contains(path)).as(path)
                                    .isTrue());
        }
    }

    @Test
    void theUnitUsesTheConfigurationAndItsOwnUserAndFolder() {
        assertThat(paths(unit.replaceAll("(?m)^#.*", "")).filter(path -> path.startsWith("/etc/"))).isNotEmpty()
                .allSatisfy(path -> assertThat(configuration).contains(path));
        assertThat(unit).contains("StateDirectory=" + DATA.getFileName());
        String user = unit.replaceAll("(?s).*\nUser=(\\w+)\n.*", "$1");
        assertThat(read("debian/ivrea/postinst")).contains("getent passwd " + user + " ");
        assertThat(unit).contains("NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=\n");
    }

    @Test
    void theUnitStartsACommandThatThereIs() {
        CommandLine ivrea = Ivrea.commandLine(Console.system());
        assumeTrue(ivrea.getSubcommands().containsKey("serve"), "there is no command \"serve\" yet");
        String start = unit.replaceAll("(?s).*\nExecStart=/usr/bin/ivrea ([^\n]*)\n.*", "$1");
        assertThat(ivrea.parseArgs(start.split(" ", -1)).subcommand().commandSpec().name()).isEqualTo("serve");
    }

    @Test
    void theEnvironmentFileHasNoErrors() {
        EnvironmentFile.Result result = EnvironmentFile.read(PACKAGING.resolve("freeswitch/environment.json"),
                Map.of());
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void atFirstNobodyIsTrusted() {
        assertThat(KeyFiles.trusted(PACKAGING.resolve("config/trusted-keys")).trusts("")).isFalse();
        assertThat(read("config/trusted-keys").lines()).allMatch(line -> line.startsWith("#"));
    }

    @Test
    void theMenuEntryOpensTheTypesThatAreRegistered() {
        String entry = read("desktop/ivrea-designer.desktop");
        String types = read("desktop/ivrea-designer.xml");
        String opened = entry.replaceAll("(?s).*\nMimeType=([^\n]*)\n.*", "$1");
        assertThat(opened.split(";", -1)).filteredOn(type -> !type.isEmpty()).hasSize(2)
                .allSatisfy(type -> assertThat(types).contains("<mime-type type=\"" + type + "\">"));
        assertThat(entry).contains("\nExec=ivrea-designer %f\n");
    }

    /// Absolute paths in attributes, JSON strings and settings of a unit.
    private static Stream<String> paths(String text) {
        return Pattern.compile("[\"=\\s-](/(?:etc|var|usr)/[\\w./-]+)").matcher(text).results()
                .map((MatchResult match) -> match.group(1));
    }

    private static String read(String file) {
        try {
            return Files.readString(PACKAGING.resolve(file));
        } catch (IOException e) {
            throw new AssertionError("packaging has no " + file, e);
        }
    }
}
