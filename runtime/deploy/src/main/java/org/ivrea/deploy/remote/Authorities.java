package org.ivrea.deploy.remote;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.jspecify.annotations.Nullable;

/// Who may vouch for certificates.
final class Authorities {
    private Authorities() {}

    /// Read once, and only when somebody needs them: there are many.
    private static final class OfSystem {
        static final X509ExtendedTrustManager ALL = read();

        private static X509ExtendedTrustManager read() {
            try {
                return manager(null);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the authorities that this system trusts cannot be read", e);
            }
        }
    }

    /// Those that the system trusts.
    static X509ExtendedTrustManager system() {
        return OfSystem.ALL;
    }

    /// Those in a file, and no others.
    ///
    /// @param file PEM, one certificate or several
    static X509ExtendedTrustManager in(Path file) throws RemoteFailure {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new CertificateException("it is empty");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : found) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            return manager(store);
        } catch (IOException e) {
            throw new RemoteFailure(Kind.LOCAL, "The authority's certificate " + file + " cannot be read: "
                    + e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new RemoteFailure(Kind.LOCAL, file + " holds no certificate in PEM format (" + e.getMessage()
                    + "); give the file of the authority's certificate, which begins with -----BEGIN CERTIFICATE-----");
        }
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance).map(X509ExtendedTrustManager.class::cast)
                .findFirst().orElseThrow(() -> new IllegalStateException("the Java runtime has no trust manager"));
    }
}
