package org.ivrea.deploy.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.pack.PackageReader;
import org.ivrea.flow.pack.PackageRefused;
import org.ivrea.flow.pack.PackageRefused.Reason;
import org.jspecify.annotations.Nullable;

/// Packages on their way into the store, each in a folder of its own below `tmp`, which is thrown away unless the package
/// is taken over in the end.
final class Intake {
    private static final int CHUNK = 64 << 10;
    private static final String LOCK = ".lock";

    private final Disk disk;
    private final Layout layout;
    private final StoreOptions options;

    Intake(Disk disk, Layout layout, StoreOptions options) {
        this.disk = disk;
        this.layout = layout;
        this.options = options;
    }

    /// A package that is on its way. While it is open no other process tidies its folder away.
    final class Arrival implements AutoCloseable {
        private final Path folder;
        private final Path lockFile;
        private final PathLocks.Held lock;

        private Arrival(Path folder, Path lockFile, PathLocks.Held lock) {
            this.folder = folder;
            this.lockFile = lockFile;
            this.lock = lock;
        }

        Path folder() {
            return folder;
        }

        private Path file() {
            return folder.resolve(Layout.PACKAGE);
        }

        /// Writes the bytes as they come.
        ///
        /// @return the sum of all of them
        String receive(InputStream bytes) throws IOException, PackageRefused {
            MessageDigest hash = sha256();
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            try (OutputStream out = disk.create(file())) {
                for (int count; (count = read(bytes, chunk)) >= 0;) {
                    size += count;
                    if (size > options.limits().maxBytes()) {
                        throw new PackageRefused(Reason.TOO_LARGE, "The package has more than "
                                + options.limits().maxBytes() + " bytes, which is all that is allowed here");
                    }
                    hash.update(chunk, 0, count);
                    out.write(chunk, 0, count);
                }
            }
            return HexFormat.of().formatHex(hash.digest());
        }

        private static int read(InputStream bytes, byte[] chunk) throws PackageRefused {
            try {
                return bytes.read(chunk);
            } catch (IOException e) {
                throw new PackageRefused(Reason.TRUNCATED, "The package broke off while it was received: "
                        + e.getMessage() + ". Send it again");
            }
        }

        /// Verifies what was received, and makes all of it last.
        StoredPackage verify(String by) throws IOException, PackageRefused {
            Path project = folder.resolve(Layout.PROJECT);
            disk.createFolder(project);
            PackageReader.Verified verified = PackageReader.extract(file(), options.trusted().get(), options.limits(),
                    project);
            PackageManifest manifest = verified.manifest();
            String comment = verified.signer().comment();
            var described = new StoredPackage(0, verified.sha256(), manifest.name(), manifest.version(),
                    comment.isEmpty() ? verified.signer().id() : comment, verified.signer().id(),
                    options.clock().instant(), by, Files.size(file()), manifest.modules());
            try (OutputStream out = disk.create(folder.resolve(Layout.INFO))) {
                out.write(InfoCodec.write(described));
            }
            new Trees(disk).force(folder);
            return described;
        }

        @Override
        public void close() throws IOException {
            try {
                new Trees(disk).delete(folder);
            } finally {
                lock.close();
                disk.delete(lockFile);
            }
        }
    }

    Arrival begin() throws IOException {
        String name = UUID.randomUUID().toString();
        Path lockFile = layout.tmp().resolve(name + LOCK);
        PathLocks.Held lock = PathLocks.exclusive(lockFile);
        if (lock == null) {
            throw new IOException("somebody else has locked " + lockFile);
        }
        var arrival = new Arrival(layout.tmp().resolve(name), lockFile, lock);
        boolean begun = false;
        try {
            disk.createFolder(arrival.folder());
            begun = true;
            return arrival;
        } finally {
            if (!begun) {
                arrival.close();
            }
        }
    }

    /// Throws away what processes left that died. Only with the store's lock.
    void tidy() throws IOException {
        List<Path> left;
        try (Stream<Path> entries = Files.list(layout.tmp())) {
            left = entries.filter(entry -> !entry.getFileName().toString().endsWith(LOCK)).toList();
        }
        for (Path entry : left) {
            try (PathLocks.Held lock = PathLocks.exclusive(lockOf(entry))) {
                if (lock != null) {
                    new Trees(disk).delete(entry);
                }
            }
        }
        forgetLocks();
    }

    private Path lockOf(Path entry) {
        return layout.tmp().resolve(entry.getFileName() + LOCK);
    }

    private void forgetLocks() throws IOException {
        List<Path> locks;
        try (Stream<Path> entries = Files.list(layout.tmp())) {
            locks = entries.filter(entry -> entry.getFileName().toString().endsWith(LOCK)).toList();
        }
        for (Path file : locks) {
            try (PathLocks.@Nullable Held lock = PathLocks.exclusive(file)) {
                if (lock != null) {
                    disk.delete(file);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
