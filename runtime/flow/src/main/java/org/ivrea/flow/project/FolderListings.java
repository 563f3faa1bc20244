package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Remembers what stands in folders, so that whoever asks for thousands of names does not touch the disk for each. A
/// folder is listed again when its modification time has changed. Threads may share it.
///
/// A folder that changed a moment ago is not remembered: a further change in the same tick of the file system's clock
/// would not show.
final class FolderListings {
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Clock clock;
    private final Map<Path, Listing> known = new HashMap<>();

    private record Listing(FileTime modified, Map<String, Boolean> entries) {}

    FolderListings(Clock clock) {
        this.clock = clock;
    }

    /// What stands in the folder: true for regular files, false for folders, links and all else.
    ///
    /// @return `null` when it is no folder, but a link for instance, or cannot be read
    synchronized @Nullable Map<String, Boolean> list(Path folder) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isDirectory()) {
                return null;
            }
            FileTime modified = attributes.lastModifiedTime();
            Listing listing = known.get(folder);
            if (listing == null || !listing.modified().equals(modified)) {
                listing = new Listing(modified, entries(folder));
                known.remove(folder);
                if (modified.toInstant().isBefore(clock.instant().minus(SETTLED))) {
                    known.put(folder, listing);
                }
            }
            return listing.entries();
        } catch (IOException | DirectoryIteratorException _) {
            return null;
        }
    }

    private static Map<String, Boolean> entries(Path folder) throws IOException {
        Map<String, Boolean> entries = new HashMap<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.put(entry.getFileName().toString(), Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS));
            }
        }
        return entries;
    }
}
