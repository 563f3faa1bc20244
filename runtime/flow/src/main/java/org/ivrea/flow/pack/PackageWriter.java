package org.ivrea.flow.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/// Writes packages. The same content gives the same bytes, and Ed25519 the same signature.
public final class PackageWriter {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "signature.json";
    static final String CONTENT = "project/";

    /// @param central what the directory at the end says of the file
    private record Written(ByteBuffer central) {}

    private final OutputStream out;
    private final List<Written> written = new ArrayList<>();
    private long offset;

    private PackageWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes a package. Each file's content is read twice: once for the manifest, once to copy it.
    ///
    /// @param files the files' names, as they stand in a project
    /// @param out   is not closed
    /// @return the manifest as written
    /// @throws IllegalArgumentException when a name, the version or a file's name is not allowed in packages
    /// @throws IOException              when a file cannot be read, changed while it was read, or `out` fails
    public static PackageManifest write(String name, String version, int flowFormat, List<String> modules,
            Collection<String> files, PackageSource source, SigningKey key, OutputStream out) throws IOException {
        SortedMap<String, PackageEntry> entries = new TreeMap<>();
        Map<String, Integer> checksums = new LinkedHashMap<>();
        for (String file : new TreeSet<>(files)) {
            String objection = EntryName.objectionTo(file);
            if (objection != null) {
                throw new IllegalArgumentException("The file \"" + file + "\" cannot be packed: " + objection
                        + "; rename or remove it");
            }
            Sum sum = Sum.of(source, file, OutputStream.nullOutputStream());
            entries.put(file, PackageEntry.of(sum.size, sum.hash));
            checksums.put(file, sum.crc);
        }
        var manifest = new PackageManifest(name, version, flowFormat, modules, entries);
        byte[] manifestBytes = ManifestCodec.write(manifest);
        var writer = new PackageWriter(out);
        writer.add(MANIFEST, manifestBytes);
        writer.add(SIGNATURE, SignatureCodec.write(manifestBytes, key));
        for (Map.Entry<String, PackageEntry> entry : entries.entrySet()) {
            writer.add(entry.getKey(), entry.getValue(), checksums.getOrDefault(entry.getKey(), 0), source);
        }
        writer.finish();
        return manifest;
    }

    private void add(String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        header(name, (int) crc.getValue(), content.length);
        out.write(content);
        offset += content.length;
    }

    private void add(String file, PackageEntry entry, int crc, PackageSource source) throws IOException {
        header(CONTENT + file, crc, entry.size());
        Sum sum = Sum.of(source, file, out);
        if (!PackageEntry.of(sum.size, sum.hash).equals(entry)) {
            throw new IOException("The file " + file + " changed while it was packed; pack again");
        }
        offset += sum.size;
    }

    private void header(String name, int crc, long size) throws IOException {
        written.add(new Written(ZipForm.central(name, crc, size, offset)));
        put(ZipForm.local(name, crc, size));
    }

    private void finish() throws IOException {
        long directory = offset;
        for (Written entry : written) {
            put(entry.central());
        }
        put(ZipForm.end(written.size(), offset - directory, directory));
        out.flush();
    }

    private void put(ByteBuffer bytes) throws IOException {
        offset += bytes.remaining();
        out.write(bytes.array(), 0, bytes.limit());
    }

    private record Sum(long size, byte[] hash, int crc) {
        static Sum of(PackageSource source, String file, OutputStream copy) throws IOException {
            try (var in = new DigestInputStream(source.open(file), sha256())) {
                var crc = new CRC32();
                long size = 0;
                byte[] buffer = new byte[64 << 10];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    crc.update(buffer, 0, read);
                    copy.write(buffer, 0, read);
                    size += read;
                }
                return new Sum(size, in.getMessageDigest().digest(), (int) crc.getValue());
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

}
