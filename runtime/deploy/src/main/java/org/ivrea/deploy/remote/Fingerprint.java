package org.ivrea.deploy.remote;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/// The SHA-256 of a certificate, written as OpenSSL writes it: `AB:CD:…`.
public record Fingerprint(String text) {
    private static final HexFormat FORM = HexFormat.ofDelimiter(":").withUpperCase();

    public Fingerprint {
        text = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^SHA-?256[ :=]", "");
        if (text.matches("[0-9A-F]{64}")) {
            text = FORM.formatHex(HexFormat.of().parseHex(text));
        }
        if (!text.matches("[0-9A-F]{2}(:[0-9A-F]{2}){31}")) {
            throw new IllegalArgumentException("A fingerprint is the SHA-256 of a certificate, 32 pairs of hexadecimal "
                    + "digits: AB:CD:…, as \"openssl x509 -noout -fingerprint -sha256\" prints it");
        }
    }

    static Fingerprint of(X509Certificate certificate) {
        try {
            return new Fingerprint(FORM.formatHex(
                    MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
