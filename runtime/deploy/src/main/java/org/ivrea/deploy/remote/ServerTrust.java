package org.ivrea.deploy.remote;

import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.jspecify.annotations.Nullable;

/// Decides whether a server is the one that is meant: by the authorities that the system trusts, by those of a file, or by
/// the fingerprint of its certificate, which a person once compared. Remembers why the last one was refused, since what TLS says of it
/// is for nobody to read.
final class ServerTrust extends X509ExtendedTrustManager {
    private final @Nullable Fingerprint pin;
    private final @Nullable Path authority;
    private @Nullable X509ExtendedTrustManager own;
    private volatile @Nullable RemoteFailure refusal;

    /// @param authority PEM file; `null` for the authorities that the system trusts
    ServerTrust(@Nullable Fingerprint pin, @Nullable Path authority) {
        this.pin = pin;
        this.authority = authority;
    }

    /// Reads the authority's file, the first time. Nobody is asked before that.
    synchronized void prepare() throws RemoteFailure {
        if (authority != null && own == null) {
            own = Authorities.in(authority);
        }
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
            // Without a name to compare; how keys are exchanged is not known here.
            authorities().checkServerTrusted(chain, "UNKNOWN");
        } catch (CertificateException _) {
            if (authority != null) {
                return RemoteFailure.ofCertificate(Kind.CERTIFICATE,
                        "The authority in " + authority + " does not vouch "
                                + "for the server's certificate, which " + shown.issuer()
                                + " issued; choose the file of that "
                                + "authority, or have the server's administrator renew the certificate",
                        shown);
            }
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
        check(chain, () -> authorities().checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain, () -> authorities().checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, () -> authorities().checkServerTrusted(chain, authType));
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
        return pin == null ? authorities().getAcceptedIssuers() : new X509Certificate[0];
    }

    private X509ExtendedTrustManager authorities() {
        X509ExtendedTrustManager given = own;
        return given == null ? Authorities.system() : given;
    }

    @FunctionalInterface
    private interface Check {
        void run() throws CertificateException;
    }
}
