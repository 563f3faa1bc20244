package org.ivrea.deploy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ivrea.deploy.store.Members.DamagedFile;
import org.jspecify.annotations.Nullable;

/// The packages on the disk. A package appears, and disappears, by the renaming of its folder.
final class Shelf {
    private final Disk disk;
    private final Layout layout;

    Shelf(Disk disk, Layout layout) {
        this.disk = disk;
        this.layout = layout;
    }

    /// All packages, the newest first.
    List<StoredPackage> list() throws IOException {
        List<StoredPackage> found = new ArrayList<>();
        for (Path project : folders(layout.packages())) {
            for (Path folder : folders(project)) {
                StoredPackage stored = read(folder);
                if (stored != null) {
                    found.add(stored);
                }
            }
        }
        found.sort(Comparator.comparingInt(StoredPackage::sequence).reversed());
        return found;
    }

    @Nullable
    StoredPackage find(String sha256) throws IOException {
        for (StoredPackage stored : list()) {
            if (stored.sha256().equals(sha256)) {
                return stored;
            }
        }
        return null;
    }

    /// Puts a folder with everything in it among the packages, as the newest. Only with the store's lock.
    StoredPackage put(Path ready, StoredPackage described) throws IOException {
        List<StoredPackage> known = list();
        int sequence = known.isEmpty() ? 1 : known.getFirst().sequence() + 1;
        var stored = new StoredPackage(sequence, described.sha256(), described.name(), described.version(),
                described.signer(), described.signerId(), described.uploadedAt(), described.by(), described.size(),
                described.modules());
        Path folder = layout.folder(stored);
        disk.createFolder(layout.project(stored));
        disk.force(layout.packages());
        disk.move(ready, folder);
        disk.force(layout.project(stored));
        return stored;
    }

    /// Takes a package away. Only with the store's lock.
    void remove(StoredPackage stored) throws IOException {
        Path folder = layout.folder(stored);
        Path away = layout.tmp().resolve("removed-" + UUID.randomUUID());
        disk.move(folder, away);
        disk.force(layout.project(stored));
        new Trees(disk).delete(away);
    }

    private @Nullable StoredPackage read(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        int dash = name.indexOf('-');
        try {
            return InfoCodec.read(Files.readAllBytes(folder.resolve(Layout.INFO)),
                    Integer.parseInt(name.substring(0, Math.max(dash, 0))));
        } catch (NoSuchFileException | NotDirectoryException | NumberFormatException | DamagedFile _) {
            // Removed at this moment, or nothing that the store put there.
            return null;
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        }
    }
}
