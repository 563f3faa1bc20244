package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A FreeSWITCH of a test's own: own folders, own ports, the loopback only.
public final class FreeSwitch implements AutoCloseable {
    private static final long START_SECONDS = 180;
    private static final Pattern NO_SESSIONS = Pattern.compile("(?m)^0 session\\(s\\) - peak");

    private final Installation installation = Installation.find();
    private final Path folder;
    private final SwitchConfiguration configuration;
    private final Process process;

    /// @param folder where all its files go
    /// @param flows  the folder of the projects
    public FreeSwitch(Path folder, Path flows, SwitchConfiguration.Wishes wishes) throws IOException {
        this.folder = folder;
        configuration = new SwitchConfiguration(installation, folder, flows, wishes, freePort(false), freePort(true));
        configuration.write();
        var command = new ArrayList<String>(List.of(installation.program().toString(), "-nf", "-nc", "-nonat"));
        if (!wishes.realTime()) {
            command.add("-np");
        }
        for (String name : List.of("conf", "log", "db", "run", "storage", "recordings", "cache", "scripts")) {
            Path path = Files.createDirectories(folder.resolve(name));
            command.add("-" + name);
            command.add(path.toString());
        }
        command.addAll(List.of("-mod", installation.modules().toString(), "-nosql"));
        process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile()).start();
        await(START_SECONDS, "FreeSWITCH to start", this::up);
    }

    private static int freePort(boolean stream) throws IOException {
        if (stream) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    private boolean up() {
        if (!process.isAlive()) {
            throw new AssertionError("FreeSWITCH has ended: " + log());
        }
        try (var socket = new EventSocket(eventPort())) {
            return socket.api("sofia status").contains("RUNNING");
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    /// Whether the machine's FreeSWITCH has a module.
    public static boolean has(String module) {
        return Installation.find().has(module);
    }

    public Installation installation() {
        return installation;
    }

    public int sipPort() {
        return configuration.sipPort();
    }

    int eventPort() {
        return configuration.eventPort();
    }

    Path folder() {
        return folder;
    }

    long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// What a command of the console answers.
    public String api(String command) {
        try (var socket = new EventSocket(eventPort())) {
            return socket.api(command).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String log() {
        try {
            Path log = folder.resolve("log/freeswitch.log");
            return Files.exists(log)
                    ? new String(Files.readAllBytes(log), UTF_8)
                    : new String(Files.readAllBytes(folder.resolve("output.txt")), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until flows can be called.
    void awaitFlows() {
        await(START_SECONDS, () -> "the runtime to take calls: " + api("ivrea flows"),
                () -> api("ivrea flows").contains(" ok"));
    }

    /// Waits until no call is up any more, in the switch and in the runtime.
    public void awaitNoCalls() {
        await(120, "all calls to be gone", () -> NO_SESSIONS.matcher(api("status")).find()
                && api("ivrea status").contains("\nlive 0\n"));
    }

    /// One of the numbers of `ivrea status`.
    long counter(String name) {
        return api("ivrea status").lines().filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> Long.parseLong(line.split(" ", -1)[1])).findFirst().orElseThrow();
    }

    /// As the system kills it.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean awaitExit(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    public static void await(long seconds, String what, BooleanSupplier condition) {
        await(seconds, () -> what, condition);
    }

    private static void await(long seconds, Supplier<String> what, BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Waited " + seconds + " s for " + what.get());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            try (var socket = new EventSocket(eventPort())) {
                String _ = socket.api("fsctl shutdown now");
            } catch (IOException | UncheckedIOException _) {
                // It ends, or it does not.
            }
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException _) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
