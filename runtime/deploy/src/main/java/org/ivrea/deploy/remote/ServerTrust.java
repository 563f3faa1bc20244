package org.ivrea.deploy.remote;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.jspecify.annotations.Nullable;

/// Decides whether a server is the one that is meant: by the authorities that the system trusts, or by the fingerprint
/// of its certificate, which a person once compared. Remembers why the last one was refused, since what TLS says of it
/// is for nobody to read.
final class ServerTrust extends X509ExtendedTrustManager {
    private final @Nullable Fingerprint pin;
    private final X509ExtendedTrustManager system;
    private volatile @Nullable RemoteFailure refusal;

    ServerTrust(@Nullable Fingerprint pin) {
        this.pin = pin;
        this.system = system();
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime has no TLS; use a complete one", e);
        }
    }

    /// Why the last certificate was refused; `null` when none was.
    @Nullable
    RemoteFailure refusal() {
        return refusal;
    }

    private void check(X509Certificate[] chain, Check bySystem) throws CertificateException {
        X509Certificate certificate = chain[0];
        try {
            valid(certificate);
            if (pin != null) {
                pinned(certificate, pin);
                refusal = null;
                return;
            }
            bySystem.run();
            refusal = null;
        } catch (CertificateException e) {
            if (refusal == null) {
                refusal = untrusted(chain, e);
            }
            throw e;
        }
    }

    private void valid(X509Certificate certificate) throws CertificateException {
        refusal = null;
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            refusal = RemoteFailure.ofCertificate(Kind.CERTIFICATE, "The server's certificate expired on "
                    + day(certificate, true)
                    + "; renew it there (if that day is yet to come, set this machine's clock)",
                    ServerCertificate.of(certificate));
            throw e;
        } catch (CertificateNotYetValidException e) {
            refusal = RemoteFailure.ofCertificate(Kind.CERTIFICATE, "The server's certificate is valid from "
                    + day(certificate, false) + " only; look at the clocks of this machine and of the server",
                    ServerCertificate.of(certificate));
            throw e;
        }
    }

    private static String day(X509Certificate certificate, boolean end) {
        return (end ? certificate.getNotAfter() : certificate.getNotBefore()).toInstant().toString().substring(0, 10);
    }

    private void pinned(X509Certificate certificate, Fingerprint expected) throws CertificateException {
        Fingerprint found = Fingerprint.of(certificate);
        if (!found.equals(expected)) {
            refusal = RemoteFailure.ofCertificate(Kind.CERTIFICATE, "The server has another certificate than the one "
                    + "that was trusted. Either it was renewed, or somebody stands between. Compare its fingerprint "
                    + found + " with what the server's administrator says, then trust it anew",
                    ServerCertificate.of(certificate));
            throw new CertificateException("not the pinned certificate");
        }
    }

    private RemoteFailure untrusted(X509Certificate[] chain, CertificateException why) {
        ServerCertificate shown = ServerCertificate.of(chain[0]);
        try {
            system.checkServerTrusted(chain, chain[0].getPublicKey().getAlgorithm());
        } catch (CertificateException _) {
            return RemoteFailure.ofCertificate(Kind.UNTRUSTED, "No authority that this system trusts vouches for the "
                    + "server's certificate. Compare its fingerprint with what the server's administrator says: "
                    + shown.fingerprint(), shown);
        }
        return RemoteFailure.ofCertificate(Kind.CERTIFICATE, "The server's certificate is for another name ("
                + why.getMessage() + "); use the name that it is for", shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain, () -> system.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain, () -> system.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, () -> system.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return pin == null ? system.getAcceptedIssuers() : new X509Certificate[0];
    }

    private static X509ExtendedTrustManager system() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance).map(X509ExtendedTrustManager.class::cast)
                    .findFirst().orElseThrow(() -> new IllegalStateException("the Java runtime has no trust manager"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the authorities that this system trusts cannot be read", e);
        }
    }

    @FunctionalInterface
    private interface Check {
        void run() throws CertificateException;
    }
}
