package org.ivrea.deploy.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ivrea.flow.pack.PackageWriter;
import org.ivrea.flow.pack.SigningKey;
import org.ivrea.flow.pack.TrustedSigners;

/// Packages for tests.
final class Signed {
    static final SigningKey KEY = SigningKey.generate("Anna");
    static final SigningKey STRANGER = SigningKey.generate("somebody");
    static final TrustedSigners TRUSTED = new TrustedSigners(List.of(KEY.signer()));

    private Signed() {}

    static byte[] pack(String name, String version) {
        return pack(name, version, KEY);
    }

    static byte[] pack(String name, String version, SigningKey key) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("project.json", bytes("{ \"version\": \"" + version + "\" }\n"));
        files.put("flows/main.flow.json", bytes("{}\n"));
        files.put("prompts/en/hello.wav", bytes("hello ".repeat(20_000)));
        var out = new ByteArrayOutputStream();
        try {
            PackageWriter.write(name, version, 1, List.of("mod_fifo"), files.keySet(),
                    file -> new ByteArrayInputStream(files.get(file)), key, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
