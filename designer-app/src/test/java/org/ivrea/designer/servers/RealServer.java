package org.ivrea.designer.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ivrea.deploy.remote.Fingerprint;
import org.ivrea.flow.pack.SignerKey;

/// `ivrea serve` as a process, with a certificate that an authority of its own vouches for.
public final class RealServer implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    private static final Pattern SERVING = Pattern.compile("Serving .* on (https://[^ ]*:\\d+)");

    private final Path folder;
    private final Process process;
    private final URI address;
    private final String token;
    private final Fingerprint fingerprint;

    /// @param folder  of its own
    /// @param trusted whose packages it takes
    public RealServer(Path folder, SignerKey trusted) throws IOException, GeneralSecurityException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("trusted-keys"), trusted.line());
        Files.writeString(folder.resolve("environment.json"), """
                { "mailboxes": { "office": "100@default" }, "destinations": { "office": "user/100" } }
                """);
        fingerprint = certificate();
        Path configuration = Files.writeString(folder.resolve("server.json"), """
                { "name": "Milan", "state": "state", "trustedKeys": "trusted-keys",
                  "environment": "environment.json", "journeys": {},
                  "admin": { "listen": "127.0.0.1:0", "tls": { "certificate": "server.pem", "key": "server.key" } } }
                """);
        Files.createDirectories(folder.resolve("state"));
        token = said(ivrea("tokens", "new", "--config", configuration.toString(), "--role", "deployer", "--name",
                "anna")).strip();
        process = new ProcessBuilder(ivrea("serve", "--config", configuration.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        address = awaitAddress();
    }

    private static List<String> ivrea(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.ivrea.server.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String said(List<String> command) throws IOException {
        Process run = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String text = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.onExit().join().exitValue() != 0) {
            throw new IOException(command.getFirst() + " failed: " + text);
        }
        return text;
    }

    private Fingerprint certificate() throws IOException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        keytool(store, "-genkeypair", "-alias", "authority", "-keyalg", "EC", "-dname", "CN=Our authority", "-ext",
                "bc:c", "-validity", "9");
        keytool(store, "-genkeypair", "-alias", "server", "-signer", "authority", "-keyalg", "EC", "-dname",
                "CN=ivr1.example.com", "-ext", "san=ip:127.0.0.1,dns:localhost", "-validity", "9");
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Files.writeString(folder.resolve("authority.pem"),
                pem("CERTIFICATE", keys.getCertificate("authority").getEncoded()));
        Files.writeString(folder.resolve("server.pem"), pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Files.writeString(folder.resolve("server.key"),
                pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
        return new Fingerprint(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(keys.getCertificate("server").getEncoded())));
    }

    private static void keytool(Path store, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        String _ = said(command);
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    private URI awaitAddress() throws IOException {
        BufferedReader log = process.errorReader();
        var text = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            text.append(line).append('\n');
            Matcher serving = SERVING.matcher(line);
            if (serving.find()) {
                return URI.create(serving.group(1));
            }
        }
        throw new IOException("the server does not start: " + text);
    }

    public URI address() {
        return address;
    }

    public String token() {
        return token;
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    public Path authority() {
        return folder.resolve("authority.pem");
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
