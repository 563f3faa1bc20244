package org.ivrea.deploy.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.ivrea.flow.pack.PackageEntry;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.pack.PackageReader;
import org.ivrea.flow.pack.PackageRefused;
import org.ivrea.flow.pack.PackageRefused.Reason;

/// Looks again at a package before it runs: its key may have lost its trust, and disks lose bits.
final class Integrity {
    private final Layout layout;
    private final StoreOptions options;

    Integrity(Layout layout, StoreOptions options) {
        this.layout = layout;
        this.options = options;
    }

    void check(StoredPackage stored) throws PackageRefused {
        Path folder = layout.folder(stored);
        PackageReader.Verified verified = PackageReader.verify(folder.resolve(Layout.PACKAGE),
                options.trusted().get(), options.limits());
        if (!verified.sha256().equals(stored.sha256()) || !isAs(verified.manifest(), folder.resolve(Layout.PROJECT))) {
            throw new PackageRefused(Reason.CONTENT, "The files of " + stored.name() + " " + stored.version() + " in "
                    + folder + " are not what was uploaded: the disk is damaged, or somebody changed them. Remove the "
                    + "package and upload it again");
        }
    }

    private static boolean isAs(PackageManifest manifest, Path project) {
        for (Map.Entry<String, PackageEntry> entry : manifest.entries().entrySet()) {
            try {
                if (!sum(project.resolve(entry.getKey())).equals(entry.getValue().sha256())) {
                    return false;
                }
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }

    private static String sum(Path file) throws IOException {
        MessageDigest hash;
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), hash)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(hash.digest());
    }
}
