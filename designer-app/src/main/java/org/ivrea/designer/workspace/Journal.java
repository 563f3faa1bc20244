package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps unsaved changes of a project outside of it, so that a crash costs no more than the last second. Changes are
/// handed over on any thread at no cost, and written behind it, forced to the disk: of a document that changes again
/// and again only the newest state is written, at most three times a second. Where nothing is unsaved, the file is empty.
final class Journal implements AutoCloseable {
    private static final long DELAY_MILLIS = 300;
    private static final long COMPACT_BYTES = 32L << 20;

    private record Change(Instant at, @Nullable Supplier<byte[]> content) {}

    private final Path file;
    private final Consumer<IOException> failure;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ivrea-journal").daemon().factory());
    private final Map<String, Change> pending = new LinkedHashMap<>();
    private final Map<String, JournalEntry> unsaved = new LinkedHashMap<>();
    private boolean failed;

    /// @param failure told the first time that the journal cannot be written, on the journal's thread
    Journal(Path file, Consumer<IOException> failure) {
        this.file = file;
        this.failure = failure;
    }

    /// The document is not as on disk.
    ///
    /// @param content what its file would say; asked for on the journal's thread, if at all
    void unsaved(String document, Supplier<byte[]> content) {
        add(document, new Change(Instant.now(), content));
    }

    /// The document is as on disk again.
    void saved(String document) {
        add(document, new Change(Instant.now(), null));
    }

    private void add(String document, Change change) {
        synchronized (pending) {
            if (pending.isEmpty() && !writer.isShutdown()) {
                writer.schedule((Runnable) this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
            }
            pending.put(document, change);
        }
    }

    /// Writes what is waiting now.
    CompletableFuture<Void> flush() {
        return CompletableFuture.runAsync(this::write, writer);
    }

    /// Ends, and forgets everything: the person saved, or does not want it.
    @Override
    public void close() {
        synchronized (pending) {
            pending.clear();
        }
        writer.execute(() -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                report(e);
            }
        });
        writer.shutdown();
        try {
            if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        Map<String, Change> changes;
        synchronized (pending) {
            changes = new LinkedHashMap<>(pending);
            pending.clear();
        }
        try {
            append(changes);
        } catch (IOException e) {
            report(e);
        }
    }

    private void append(Map<String, Change> changes) throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long end = channel.size();
            for (Map.Entry<String, Change> change : changes.entrySet()) {
                Supplier<byte[]> content = change.getValue().content();
                var entry = new JournalEntry(change.getKey(), change.getValue().at(),
                        content == null ? null : content.get());
                if (content == null) {
                    if (unsaved.remove(entry.file()) == null) {
                        continue;
                    }
                } else {
                    unsaved.put(entry.file(), entry);
                }
                end = write(channel, entry, end);
            }
            if (unsaved.isEmpty()) {
                channel.truncate(0);
            }
            channel.force(true);
            if (end < COMPACT_BYTES) {
                return;
            }
        }
        compact();
    }

    private static long write(FileChannel channel, JournalEntry entry, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(entry.toBytes());
        long end = at;
        while (bytes.hasRemaining()) {
            end += channel.write(bytes, end);
        }
        return end;
    }

    /// Leaves one entry for each document that is not saved.
    private void compact() throws IOException {
        Path smaller = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(smaller, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            long end = 0;
            for (JournalEntry entry : unsaved.values()) {
                end = write(channel, entry, end);
            }
            channel.force(true);
        }
        Files.move(smaller, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void report(IOException e) {
        if (!failed) {
            failed = true;
            failure.accept(e);
        }
    }
}
