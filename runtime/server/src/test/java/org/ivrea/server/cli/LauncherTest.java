package org.ivrea.server.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script; Windows has ivrea.cmd")
class LauncherTest {
    private static final String JAVA = System.getProperty("java.home");

    @TempDir private Path folder;

    private Path launcher;

    /// What the launcher starts in this test.
    public static final class Echo {
        private Echo() {}

        public static void main(String[] arguments) {
            System.out.println(List.of(arguments) + " " + System.getProperty("echo", ""));
            Runtime.getRuntime().exit(arguments.length);
        }
    }

    /// How the launcher ended.
    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        launcher = Files.createDirectories(folder.resolve("app dir/bin")).resolve("ivrea");
        // So that no Java of this machine is found unless a test names it.
        String script = Files.readString(Path.of("../../packaging/bin/ivrea"))
                .replaceAll("(/usr/lib/jvm|/usr/java|/opt/java|/opt|/Library/Java)/", folder + "/places/");
        Files.writeString(launcher, script);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Path jar = Files.createDirectories(folder.resolve("app dir/lib")).resolve("ivrea-server.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String echo = Echo.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar); var out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new ZipEntry(echo));
            try (var in = Echo.class.getResourceAsStream("LauncherTest$Echo.class")) {
                assertThat(in).isNotNull().satisfies(found -> found.transferTo(out));
            }
            out.closeEntry();
        }
    }

    @Test
    void itPassesArgumentsOnAndReturnsTheExitCode() throws Exception {
        assertThat(run(launcher, Map.of("JAVA_HOME", JAVA), "a b", "*", "$HOME"))
                .isEqualTo(new Ended(3, "[a b, *, $HOME] \n", ""));
    }

    @Test
    void itWorksThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("first"), launcher);
        Path relative = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));
        assertThat(link).isExecutable();
        assertThat(run(relative, Map.of("JAVA_HOME", JAVA), "x").out()).isEqualTo("[x] \n");
    }

    @Test
    void itFindsJavaOnThePath() throws Exception {
        assertThat(run(launcher, Map.of("PATH", JAVA + "/bin:" + System.getenv("PATH"))).code()).isZero();
    }

    @Test
    void itFindsJavaWhereSystemsInstallIt() throws Exception {
        Path places = Files.createDirectories(folder.resolve("places"));
        old(places.resolve("a-java-17"));
        present(places.resolve("b-java-25"));
        assertThat(run(launcher, Map.of("JAVA_HOME", places.resolve("a-java-17").toString()), "x").code()).isOne();
    }

    @Test
    void itsOwnRuntimeComesFirst() throws Exception {
        present(folder.resolve("app dir/runtime"));
        assertThat(run(launcher, Map.of("JAVA_HOME", old(folder.resolve("old")).toString())).code()).isZero();
    }

    @Test
    void itTakesFurtherOptionsForJava() throws Exception {
        Ended ended = run(launcher, Map.of("JAVA_HOME", JAVA, "IVREA_JAVA_OPTIONS", "-Decho=heard -Dx=y"));
        assertThat(ended.out()).isEqualTo("[] heard\n");
    }

    @Test
    void withoutJavaItSaysWhatToDo() throws Exception {
        Path old = old(folder.resolve("old"));
        Ended ended = run(launcher, Map.of("JAVA_HOME", old.toString()));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("error: Ivrea needs Java 25 or newer").contains("JAVA_HOME")
                .contains("Java 17 in " + old);
    }

    @Test
    void aCacheThatDoesNotFitIsPassedByInSilence() throws Exception {
        Files.writeString(folder.resolve("app dir/lib/ivrea.aot"), "no cache at all");
        assertThat(run(launcher, Map.of("JAVA_HOME", JAVA), "x")).isEqualTo(new Ended(1, "[x] \n", ""));
    }

    @Test
    void anIncompleteInstallationSaysSo() throws Exception {
        Files.delete(folder.resolve("app dir/lib/ivrea-server.jar"));
        Ended ended = run(launcher, Map.of("JAVA_HOME", JAVA));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("ivrea-server.jar is missing").hasLineCount(1);
    }

    /// A folder that looks like a Java 17.
    private static Path old(Path home) throws IOException {
        program(Files.createDirectories(home.resolve("bin")).resolve("java"), "exit 77");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"17.0.15\"\n");
        return home;
    }

    /// A folder that stands for the Java of this test.
    private static void present(Path home) throws IOException {
        program(Files.createDirectories(home.resolve("bin")).resolve("java"), "exec '" + JAVA + "/bin/java' \"$@\"");
        Files.copy(Path.of(JAVA, "release"), home.resolve("release"));
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(Path program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools().toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /// A PATH without Java.
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed")) {
            Path real = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            program(tools.resolve(tool), "exec " + real + " \"$@\"");
        }
        return tools;
    }
}
