package org.ivrea.deploy.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a file, which names a package.
public final class FileHash {
    private FileHash() {}

    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var hashing = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[64 << 10];
            while (hashing.read(buffer) >= 0) {
                continue;
            }
            return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
