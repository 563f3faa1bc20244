package org.ivrea.deploy.remote;

import java.security.cert.X509Certificate;
import java.time.Instant;

/// A server's certificate, as a person must see it to decide whether to trust it.
public record ServerCertificate(Fingerprint fingerprint, String subject, String issuer, Instant from, Instant until) {

    static ServerCertificate of(X509Certificate certificate) {
        return new ServerCertificate(Fingerprint.of(certificate), certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(), certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    public boolean isSelfSigned() {
        return subject.equals(issuer);
    }
}
