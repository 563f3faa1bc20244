package org.ivrea.flow.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// Makes packages, good ones and, entry by entry, such as nobody should accept.
final class Packages {
    static final SigningKey KEY = SigningKey.generate("tests");
    static final TrustedSigners TRUSTED = new TrustedSigners(List.of(KEY.signer()));

    private Packages() {}

    static Map<String, String> content() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("project.json", "{ \"name\": \"Shop\" }\n");
        files.put("flows/main.flow.json", "{}\n");
        files.put("prompts/en/welcome.wav", "RIFF and so on");
        files.put("tests/talk.call", "hear \"hello\"\n");
        return files;
    }

    static byte[] good() {
        return good(content());
    }

    static byte[] good(Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        try {
            PackageWriter.write("shop", "1.0.0", 1, List.of("mod_fifo"), files.keySet(),
                    name -> new ByteArrayInputStream(
                            Objects.requireNonNull(files.get(name)).getBytes(StandardCharsets.UTF_8)),
                    KEY, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A manifest with these entries, as text, so that tests can spoil it.
    static String manifest(Map<String, String> files) {
        SortedMap<String, PackageEntry> entries = new TreeMap<>();
        files.forEach((name, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            entries.put(name, PackageEntry.of(bytes.length, PackageWriter.sha256().digest(bytes)));
        });
        return new String(ManifestCodec.write(new PackageManifest("shop", "1.0.0", 1, List.of("mod_fifo"), entries)),
                StandardCharsets.UTF_8);
    }

    /// What `manifest` says of a file.
    static String entry(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return "\"" + name + "\": { \"sha256\": \"" + HexFormat.of().formatHex(PackageWriter.sha256().digest(bytes))
                + "\", \"size\": " + bytes.length + " }";
    }

    /// A package with this manifest, truly signed, and these files behind it.
    static byte[] signed(String manifest, Map<String, String> files) {
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
        return zip(bytes, SignatureCodec.write(bytes, KEY), files);
    }

    static byte[] zip(byte[] manifest, byte[] signature, Map<String, String> files) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("manifest.json", manifest);
        entries.put("signature.json", signature);
        files.forEach((name, text) -> entries.put("project/" + name, text.getBytes(StandardCharsets.UTF_8)));
        return zip(entries);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        List<ByteBuffer> directory = new ArrayList<>();
        entries.forEach((name, content) -> {
            var crc = new CRC32();
            crc.update(content);
            directory.add(ZipForm.central(name, (int) crc.getValue(), content.length, out.size()));
            out.writeBytes(ZipForm.local(name, (int) crc.getValue(), content.length).array());
            out.writeBytes(content);
        });
        int start = out.size();
        directory.forEach(entry -> out.writeBytes(entry.array()));
        out.writeBytes(ZipForm.end(directory.size(), out.size() - start, start).array());
        return out.toByteArray();
    }
}
