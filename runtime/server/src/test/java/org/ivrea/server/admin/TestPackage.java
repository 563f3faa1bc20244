package org.ivrea.server.admin;

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
import java.util.Random;
import java.util.TreeMap;
import org.ivrea.flow.pack.PackageWriter;
import org.ivrea.flow.pack.SigningKey;

/// Packages for tests: a flow that says its version and waits for keys.
public final class TestPackage {
    public static final SigningKey KEY = SigningKey.generate("Anna");
    static final SigningKey STRANGER = SigningKey.generate("somebody");

    private TestPackage() {}

    static byte[] of(String name, String version) {
        return of(name, version, "", KEY);
    }

    /// Well packed, but its project cannot be read.
    static byte[] broken(String name) {
        return write(name, "1", new TreeMap<>(Map.of("project.json", bytes("{"))), List.of(), KEY);
    }

    /// @param more members of `nodes`, each with a comma behind it
    static byte[] of(String name, String version, String more, SigningKey key) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("project.json", bytes("""
                { "formatVersion": 1, "name": "%s", "main": "main", "languages": [ "en" ],
                  "resources": { "queue": { "sales": {} } } }
                """.formatted(name)));
        // Each version has nodes of its own, so that a call on a mixed version shows.
        String id = "v" + version.replaceAll("[^0-9a-z]", "-");
        files.put("flows/main.flow.json", bytes("""
                { "formatVersion": 1, "name": "Main", "start": "%1$s-hello", "nodes": { %2$s
                  "%1$s-hello": { "type": "play", "prompt": [ { "text": "This is %3$s." } ],
                    "exits": { "next": "%1$s-wait" } },
                  "%1$s-wait": { "type": "wait", "ms": 1000, "exits": { "next": "%1$s-pin" } },
                  "%1$s-pin": { "type": "collect", "prompt": [ { "text": "Your number?" } ], "max": 4, "secret": true,
                    "maxNoInput": 1, "variable": "entered", "exits": { "collected": "%1$s-bye", "timeout": "%1$s-bye",
                    "invalid": "%1$s-bye" } },
                  "%1$s-bye": { "type": "play", "prompt": [ { "text": "Goodbye from %3$s." } ],
                    "exits": { "next": null } } },
                  "variables": { "entered": { "type": "string", "initial": "", "secret": true } } }
                """.formatted(id, more, version)));
        return write(name, version, files, List.of("mod_fifo"), key);
    }

    /// A flow that plays a tone, waits for a key, and plays the tone once more: who hears it knows the version.
    public static byte[] tones(String name, String version, int hertz) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("project.json", bytes("""
                { "formatVersion": 1, "name": "%s", "main": "main", "languages": [ "en" ] }
                """.formatted(name)));
        String id = "v" + version.replaceAll("[^0-9a-z]", "-");
        files.put("flows/main.flow.json", bytes("""
                { "formatVersion": 1, "name": "Main", "start": "%1$s-hello", "nodes": {
                  "%1$s-hello": { "type": "play", "prompt": [ { "toneHz": %2$d, "ms": 600 } ],
                    "exits": { "next": "%1$s-key" } },
                  "%1$s-key": { "type": "collect", "max": 1, "timeoutMs": 60000, "maxNoInput": 1,
                    "variable": "key",
                    "exits": { "collected": "%1$s-bye", "timeout": "%1$s-bye", "invalid": "%1$s-bye" } },
                  "%1$s-bye": { "type": "play", "prompt": [ { "toneHz": %2$d, "ms": 600 } ],
                    "exits": { "next": "%1$s-end" } },
                  "%1$s-end": { "type": "hangup" } },
                  "variables": { "key": { "type": "string", "initial": "" } } }
                """.formatted(id, hertz)));
        return write(name, version, files, List.of("mod_tone_stream"), KEY);
    }

    /// One that takes its time to be uploaded and verified: its recording has that many bytes.
    public static byte[] heavy(String name, String version, int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        Map<String, byte[]> files = new TreeMap<>();
        files.put("project.json", bytes("""
                { "formatVersion": 1, "name": "%s", "main": "main", "languages": [ "en" ] }
                """.formatted(name)));
        files.put("prompts/en/noise.wav", noise);
        files.put("flows/main.flow.json", bytes("""
                { "formatVersion": 1, "name": "Main", "start": "v%s", "nodes": {
                  "v%1$s": { "type": "play", "prompt": [ { "file": "noise.wav" } ], "exits": { "next": null } } } }
                """.formatted(version.replaceAll("[^0-9a-z]", "-"))));
        return write(name, version, files, List.of(), KEY);
    }

    private static byte[] write(String name, String version, Map<String, byte[]> files, List<String> modules,
            SigningKey key) {
        var out = new ByteArrayOutputStream();
        try {
            PackageWriter.write(name, version, 1, modules, files.keySet(),
                    file -> new ByteArrayInputStream(files.getOrDefault(file, new byte[0])), key, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static String sum(byte[] bytes) {
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
