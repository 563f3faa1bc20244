package org.ivrea.flow.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.ivrea.flow.pack.PackageRefused.Reason;
import org.jspecify.annotations.Nullable;

/// Verifies packages that somebody else made, and takes them over.
///
/// The order matters: the signature is checked before the manifest is understood, the manifest before any file is
/// looked at, and every byte of the package is accounted for before it counts as verified.
public final class PackageReader {
    private static final int MANIFEST_LIMIT = 16 << 20;
    private static final int SHOWN_NAME = 1_024;

    private final FileChannel in;
    private final long length;
    private final PackageLimits limits;
    private final List<ByteBuffer> directory = new ArrayList<>();
    private final MessageDigest whole = PackageWriter.sha256();

    private PackageReader(FileChannel in, long length, PackageLimits limits) {
        this.in = in;
        this.length = length;
        this.limits = limits;
    }

    @FunctionalInterface
    private interface Use<T> {
        T with(PackageReader reader) throws IOException, PackageRefused;
    }

    /// What a verified package is.
    ///
    /// @param signer who signed it
    /// @param sha256 of the whole file: names this package among all others
    public record Verified(PackageManifest manifest, SignerKey signer, String sha256) {}

    /// Verifies a package. Reads it once.
    ///
    /// @throws PackageRefused when it is not to be used, and why
    public static Verified verify(Path file, TrustedSigners trusted, PackageLimits limits) throws PackageRefused {
        return read(file, trusted, limits, null);
    }

    /// Verifies a package while it writes its files into a folder. Only when this returns are the files there to be
    /// used; when it throws, what was written so far is the caller's to throw away.
    ///
    /// @param folder an empty folder that nobody else can write to
    public static Verified extract(Path file, TrustedSigners trusted, PackageLimits limits, Path folder)
            throws PackageRefused {
        return read(file, trusted, limits, folder);
    }

    /// Writes a package's files into a folder to be looked at, as [#extract] does but whoever signed it. What comes of
    /// it is never to be run.
    public static PackageManifest unpack(Path file, PackageLimits limits, Path folder) throws PackageRefused {
        return withReader(file, limits, reader -> reader.unsigned(folder));
    }

    private static Verified read(Path file, TrustedSigners trusted, PackageLimits limits,
            @Nullable Path folder) throws PackageRefused {
        return withReader(file, limits, reader -> reader.read(trusted, folder));
    }

    private static <T> T withReader(Path file, PackageLimits limits, Use<T> use) throws PackageRefused {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > limits.maxBytes()) {
                throw new PackageRefused(Reason.TOO_LARGE, "The package has " + size + " bytes; " + limits.maxBytes()
                        + " are allowed");
            }
            return use.with(new PackageReader(channel, size, limits));
        } catch (IOException e) {
            throw new PackageRefused(Reason.UNREADABLE, "The package " + file + " cannot be read, or its files cannot "
                    + "be written: " + e, e);
        }
    }

    private Verified read(TrustedSigners trusted, @Nullable Path folder)
            throws IOException, PackageRefused {
        byte[] manifestBytes = small(PackageWriter.MANIFEST, MANIFEST_LIMIT);
        byte[] signatureBytes = small(PackageWriter.SIGNATURE, SignatureCodec.LONGEST);
        SignerKey signer = trusted.check(SignatureCodec.read(signatureBytes), manifestBytes);
        PackageManifest manifest = contents(manifestBytes, folder);
        return new Verified(manifest, signer, HexFormat.of().formatHex(whole.digest()));
    }

    private PackageManifest unsigned(Path folder) throws IOException, PackageRefused {
        byte[] manifestBytes = small(PackageWriter.MANIFEST, MANIFEST_LIMIT);
        SignatureCodec.read(small(PackageWriter.SIGNATURE, SignatureCodec.LONGEST));
        return contents(manifestBytes, folder);
    }

    private PackageManifest contents(byte[] manifestBytes, @Nullable Path folder)
            throws IOException, PackageRefused {
        PackageManifest manifest = ManifestCodec.read(manifestBytes, limits);
        for (Map.Entry<String, PackageEntry> entry : manifest.entries().entrySet()) {
            content(entry.getKey(), entry.getValue(), folder);
        }
        end();
        return manifest;
    }

    /// The content of one of the two files at the beginning.
    private byte[] small(String name, int limit) throws IOException, PackageRefused {
        LocalHeader header = header(name);
        if (header.size() > limit) {
            throw new PackageRefused(Reason.TOO_LARGE, "\"" + name + "\" in the package has " + header.size()
                    + " bytes; " + limit + " are allowed");
        }
        ByteBuffer content = bytes((int) header.size());
        var crc = new CRC32();
        crc.update(content.duplicate());
        checkSum(header, (int) crc.getValue());
        return content.array();
    }

    private void content(String name, PackageEntry entry, @Nullable Path folder)
            throws IOException, PackageRefused {
        LocalHeader header = header(PackageWriter.CONTENT + name);
        if (header.size() != entry.size()) {
            throw new PackageRefused(Reason.CONTENT, "\"" + name + "\" in the package has " + header.size()
                    + " bytes, but its manifest says " + entry.size() + ". Get the package again from who made it");
        }
        MessageDigest hash = PackageWriter.sha256();
        var crc = new CRC32();
        try (OutputStream out = folder == null ? OutputStream.nullOutputStream() : create(folder, name)) {
            ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
            for (long left = entry.size(); left > 0; left -= buffer.limit()) {
                buffer.clear().limit((int) Math.min(left, buffer.capacity()));
                fill(buffer);
                hash.update(buffer.array(), 0, buffer.limit());
                crc.update(buffer.array(), 0, buffer.limit());
                out.write(buffer.array(), 0, buffer.limit());
            }
        }
        if (!HexFormat.of().formatHex(hash.digest()).equals(entry.sha256())) {
            throw new PackageRefused(Reason.CONTENT, "The content of \"" + name + "\" in the package is not what its "
                    + "manifest says. Get the package again from who made it");
        }
        checkSum(header, (int) crc.getValue());
    }

    private static OutputStream create(Path folder, String name) throws IOException, PackageRefused {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new PackageRefused(Reason.NAME, "\"" + name + "\" lies outside the project");
        }
        Files.createDirectories(file.getParent());
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private LocalHeader header(String expected) throws IOException, PackageRefused {
        long at = in.position();
        ByteBuffer fixed = bytes(ZipForm.LOCAL_SIZE);
        if (fixed.getInt(0) != ZipForm.LOCAL) {
            throw at == 0
                    ? new PackageRefused(Reason.NO_PACKAGE, "This is no Ivrea package; choose a file made by "
                            + "\"ivrea pack\" or by the designer")
                    : new PackageRefused(Reason.NOT_CANONICAL, "The package does not hold \"" + expected
                            + "\" at its place, though its manifest says so. Get it again from who made it");
        }
        int nameLength = LocalHeader.nameLength(fixed);
        if (nameLength > SHOWN_NAME) {
            throw new PackageRefused(Reason.NAME, "A file's name in the package has " + nameLength + " bytes");
        }
        byte[] name = bytes(nameLength).array();
        LocalHeader header = LocalHeader.read(fixed, name);
        if (!header.name().equals(expected)) {
            String found = header.name().replaceAll("\\p{Cntrl}", "?");
            throw at == 0
                    ? new PackageRefused(Reason.NO_PACKAGE, "This zip file is no Ivrea package: it begins with \""
                            + found + "\" in place of its manifest")
                    : new PackageRefused(Reason.NOT_CANONICAL, "The package holds \"" + found + "\" where \""
                            + expected + "\" should be: a file was added, left out, doubled or moved. Get it again "
                            + "from who made it");
        }
        directory.add(ZipForm.central(header.name(), header.crc(), header.size(), at));
        return header;
    }

    private void checkSum(LocalHeader header, int found) throws PackageRefused {
        if (header.crc() != found) {
            throw new PackageRefused(Reason.CONTENT, "The checksum of \"" + header.name() + "\" in the package is "
                    + "wrong; get the package again from who made it");
        }
    }

    /// The directory must be what the files before it ask for, and then the file must end.
    private void end() throws IOException, PackageRefused {
        long start = in.position();
        long size = 0;
        for (ByteBuffer expected : directory) {
            size += expected.remaining();
            match(expected);
        }
        match(ZipForm.end(directory.size(), size, start));
        if (in.position() != length) {
            throw new PackageRefused(Reason.NOT_CANONICAL, "Behind the end of the package stand "
                    + (length - in.position()) + " more bytes; get it again from who made it");
        }
    }

    private void match(ByteBuffer expected) throws IOException, PackageRefused {
        if (!bytes(expected.remaining()).equals(expected)) {
            throw new PackageRefused(Reason.NOT_CANONICAL, "The directory at the end of the package does not fit the "
                    + "files in it: a file was added, or the directory was changed. Get it again from who made it");
        }
    }

    private ByteBuffer bytes(int count) throws IOException, PackageRefused {
        if (count > length - in.position()) {
            throw truncated();
        }
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        fill(buffer);
        return buffer;
    }

    private void fill(ByteBuffer buffer) throws IOException, PackageRefused {
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0) {
                throw truncated();
            }
        }
        whole.update(buffer.flip());
        buffer.rewind();
    }

    private PackageRefused truncated() {
        return new PackageRefused(length == 0 ? Reason.NO_PACKAGE : Reason.TRUNCATED, length == 0
                ? "The package is empty; get it again from who made it"
                : "The package ends too early, after " + length + " bytes; get it again from who made it");
    }
}
