package org.ivrea.server.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `ivrea serve` as a process of its own.
public final class ServerProcess implements AutoCloseable {
    private static final Pattern SERVING = Pattern.compile("Serving .* on https?://[^ ]*:(\\d+)");

    private final Process process;
    private final int port;

    private ServerProcess(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        process = builder.start();
        port = awaitPort();
    }

    /// Waits until it serves.
    public static ServerProcess start(Path configuration) throws IOException {
        return new ServerProcess(command(configuration));
    }

    /// The same with the store on a small disk of its own, which nobody else sees.
    static ServerProcess onSmallDisk(Path configuration, Path store, int megabytes) throws IOException {
        List<String> command = new ArrayList<>(unshared());
        command.addAll(List.of("sh", "-c", "mount -t tmpfs -o size=" + megabytes + "m tmpfs \"$1\" && shift && exec "
                + "\"$@\"", "sh", store.toString()));
        command.addAll(command(configuration));
        return new ServerProcess(command);
    }

    /// Whether this system lets a process have disks of its own.
    static boolean mayHaveOwnDisks() throws InterruptedException {
        List<String> command = new ArrayList<>(unshared());
        command.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", "/mnt"));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static List<String> unshared() {
        return List.of("unshare", "--map-root-user", "--mount");
    }

    private static List<String> command(Path configuration) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.ivrea.server.cli.Main", "serve", "--config", configuration.toString());
    }

    private int awaitPort() throws IOException {
        BufferedReader log = process.errorReader();
        var said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            Matcher serving = SERVING.matcher(line);
            if (serving.find()) {
                Thread.ofVirtual().start(() -> drain(log));
                return Integer.parseInt(serving.group(1));
            }
        }
        throw new IOException("the server does not start: " + said);
    }

    private static void drain(BufferedReader log) {
        try (log) {
            while (log.readLine() != null) {
                // Nobody wants to know.
            }
        } catch (IOException _) {
            // It was killed.
            return;
        }
    }

    public int port() {
        return port;
    }

    /// At once, as the system does it.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
