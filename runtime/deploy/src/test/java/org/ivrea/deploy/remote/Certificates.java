package org.ivrea.deploy.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Certificates made on the spot by Java's keytool.
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;

    private Certificates(KeyStore store) {
        this.store = store;
    }

    /// A self-signed certificate for localhost.
    ///
    /// @param start as keytool takes it, such as `-1d`
    static Certificates selfSigned(Path folder, String start, int days) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("server" + System.nanoTime() + ".p12");
        keytool(file, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "san=dns:localhost", "-startdate", start, "-validity", Integer.toString(days));
        return new Certificates(load(file));
    }

    /// A certificate that an authority of its own vouches for.
    ///
    /// @param authority file that gets the authority's certificate
    /// @param name      of the server
    static Certificates signed(Path folder, Path authority, String name) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("server" + System.nanoTime() + ".p12");
        keytool(file, "-genkeypair", "-alias", "authority", "-keyalg", "EC", "-dname", "CN=Our authority", "-ext",
                "bc:c", "-validity", "9");
        keytool(file, "-exportcert", "-alias", "authority", "-rfc", "-file", authority.toString());
        keytool(file, "-genkeypair", "-alias", "server", "-signer", "authority", "-keyalg", "EC", "-dname",
                "CN=" + name, "-ext", "san=dns:" + name, "-validity", "9");
        KeyStore store = load(file);
        // The server shows its own.
        store.deleteEntry("authority");
        return new Certificates(store);
    }

    private static void keytool(Path store, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass",
                new String(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool: " + output);
        }
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    Fingerprint fingerprint() throws GeneralSecurityException {
        return Fingerprint.of((X509Certificate) store.getCertificate("server"));
    }
}
