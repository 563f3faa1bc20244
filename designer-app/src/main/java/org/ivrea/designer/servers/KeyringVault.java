package org.ivrea.designer.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ivrea.deploy.remote.RemoteFailure;

/// Tokens in the system's keyring, by `secret-tool`; what the keyring does not take or have is in a file.
public final class KeyringVault implements TokenVault {
    private static final String TOOL = "secret-tool";
    /// The person may have to unlock the keyring first.
    private static final int PATIENCE_SECONDS = 60;

    private final TokenVault file;

    private KeyringVault(TokenVault file) {
        this.file = file;
    }

    /// The keyring where there is one, else the file.
    public static TokenVault orFile(TokenVault file, Map<String, String> environment) {
        boolean there = Arrays.stream(environment.getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, TOOL)));
        return there && environment.containsKey("DBUS_SESSION_BUS_ADDRESS") ? new KeyringVault(file) : file;
    }

    @Override
    public String token(String server) throws RemoteFailure {
        String found = lookup(server);
        return found.isEmpty() ? file.token(server) : found;
    }

    /// Empty when it is not there, or the keyring cannot be asked.
    private static String lookup(String server) {
        try {
            return run("", "lookup", server);
        } catch (IOException _) {
            return "";
        }
    }

    @Override
    public void put(String server, String name, String token) throws IOException {
        try {
            run(token, "store", server, "--label=Ivrea: " + name);
            file.remove(server);
        } catch (IOException _) {
            file.put(server, name, token);
        }
    }

    @Override
    public void remove(String server) throws IOException {
        file.remove(server);
        try {
            run("", "clear", server);
        } catch (IOException e) {
            // It also refuses to remove what it does not have.
            if (!lookup(server).isEmpty()) {
                throw e;
            }
        }
    }

    private static String run(String input, String verb, String server, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(TOOL, verb));
        command.addAll(List.of(options));
        command.addAll(List.of("application", "ivrea", "server", server));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the keyring does not answer");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("given up", e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IOException("the keyring refuses");
        }
        return output.strip();
    }
}
