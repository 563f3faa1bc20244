package org.ivrea.deploy.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Locks between processes and within this one, by files. The system releases those of a process that dies.
///
/// A file is opened once per process only: closing a second channel would, on Linux, release the first one's lock.
final class PathLocks {
    private static final Map<Path, Held> HELD = new HashMap<>();

    private PathLocks() {}

    /// A lock that is held.
    static final class Held implements AutoCloseable {
        private final Path path;
        private final FileChannel channel;
        private final boolean shared;
        private int holders = 1;

        private Held(Path path, FileChannel channel, boolean shared) {
            this.path = path;
            this.channel = channel;
            this.shared = shared;
        }

        /// Never throws: a lock that cannot be released is released with the process.
        @Override
        public void close() {
            synchronized (HELD) {
                holders--;
                if (holders == 0) {
                    HELD.remove(path);
                    quietlyClose(channel);
                }
            }
        }
    }

    /// @return `null` when somebody else holds it
    static @Nullable Held exclusive(Path file) throws IOException {
        return lock(file, false);
    }

    /// Several may hold it at once, but nobody exclusively.
    ///
    /// @return `null` when somebody holds it exclusively
    static @Nullable Held shared(Path file) throws IOException {
        return lock(file, true);
    }

    private static @Nullable Held lock(Path file, boolean shared) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException(file + " is no file");
        }
        synchronized (HELD) {
            Files.createDirectories(parent);
            // Through whatever link it is reached, it is one file.
            Path path = parent.toRealPath().resolve(file.getFileName());
            Held known = HELD.get(path);
            if (known != null) {
                if (!shared || !known.shared) {
                    return null;
                }
                known.holders++;
                return known;
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            } finally {
                if (lock == null) {
                    quietlyClose(channel);
                }
            }
            if (lock == null) {
                return null;
            }
            Held held = new Held(path, channel, shared);
            HELD.put(path, held);
            return held;
        }
    }

    private static void quietlyClose(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            return;
        }
    }
}
