package org.ivrea.designer.servers;

import org.ivrea.deploy.remote.ServerCertificate;

/// Certificates in words.
final class Certificates {
    private Certificates() {}

    static String describe(ServerCertificate certificate) {
        String digits = certificate.fingerprint().text();
        int half = digits.length() / 2 + 1;
        return Parts.TEXTS.get("trust.text", certificate.subject(),
                certificate.isSelfSigned() ? Parts.TEXTS.get("trust.self") : certificate.issuer(),
                certificate.until().toString().substring(0, 10),
                digits.substring(0, half) + "\n" + digits.substring(half));
    }
}
