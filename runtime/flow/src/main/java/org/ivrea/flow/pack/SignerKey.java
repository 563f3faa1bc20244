package org.ivrea.flow.pack;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The public half of a key that signs packages: Ed25519 (RFC 8032). Its text form is one line: `ivrea-ed25519`, the
/// key in Base64 (X.509), and a comment that says whose it is.
public final class SignerKey {
    static final String ALGORITHM = "Ed25519";
    private static final String PREFIX = "ivrea-ed25519";

    private final PublicKey key;
    private final String comment;
    private final String id;

    SignerKey(PublicKey key, String comment) {
        this.key = key;
        this.comment = comment.strip();
        this.id = idOf(key);
    }

    private static String idOf(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /// @throws IllegalArgumentException with a message for people when the line is no key
    public static SignerKey parse(String line) {
        String[] parts = line.strip().split("\\s+", 3);
        if (parts.length < 2 || !parts[0].equals(PREFIX)) {
            throw new IllegalArgumentException("A key is a line \"" + PREFIX + " KEY COMMENT\", as \"ivrea keys show\" "
                    + "prints it");
        }
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(parts[1])));
            return new SignerKey(key, parts.length > 2 ? parts[2] : "");
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalArgumentException("What stands behind " + PREFIX + " is no Ed25519 key; copy the line "
                    + "whole", e);
        }
    }

    /// 32 hexadecimal digits that name the key: the first half of its SHA-256.
    public String id() {
        return id;
    }

    /// Whose key it is; may be empty.
    public String comment() {
        return comment;
    }

    /// The line that [#parse] reads.
    public String line() {
        return (PREFIX + " " + Base64.getEncoder().encodeToString(key.getEncoded()) + " " + comment).strip();
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignerKey signer && id.equals(signer.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }

    @Override
    public String toString() {
        return comment.isEmpty() ? id : id + " (" + comment + ")";
    }
}
