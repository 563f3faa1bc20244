package org.ivrea.server.admin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ivrea.server.config.ServerConfiguration.Tls;

/// The server's certificate and key, from PEM files.
///
/// @param expiry of the server's own certificate, in milliseconds since 1970
record Pem(KeyStore keys, long expiry) {
    /// Java's key stores want one; this one never leaves the memory.
    static final String PASSWORD = "in memory only";

    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");

    /// @throws IOException with a message for people
    static Pem read(Tls tls) throws IOException {
        List<? extends Certificate> chain = certificates(tls.certificate());
        try {
            PrivateKey key = key(tls.key());
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("server", key, PASSWORD.toCharArray(), chain.toArray(Certificate[]::new));
            return new Pem(keys, ((X509Certificate) chain.getFirst()).getNotAfter().getTime());
        } catch (GeneralSecurityException e) {
            throw new IOException("The key " + tls.key() + " does not go with the certificate " + tls.certificate()
                    + ": " + e.getMessage(), e);
        }
    }

    private static List<? extends Certificate> certificates(Path file) throws IOException {
        try (var in = new ByteArrayInputStream(Files.readAllBytes(file))) {
            List<? extends Certificate> chain = List
                    .copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (!chain.isEmpty()) {
                return chain;
            }
            throw new IOException(file + " holds no certificate; it must be a PEM file");
        } catch (CertificateException e) {
            throw new IOException(file + " holds no certificate that can be read: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new IOException(file + " holds no \"BEGIN PRIVATE KEY\"; turn the key into PKCS #8 with: "
                    + "openssl pkcs8 -topk8 -nocrypt -in KEY -out " + file.getFileName());
        }
        var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException _) {
                // Another one, then.
                continue;
            }
        }
        throw new IOException(file + " is no RSA, EC or Ed25519 key");
    }
}
