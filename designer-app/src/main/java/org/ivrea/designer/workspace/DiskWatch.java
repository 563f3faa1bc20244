package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ivrea.flow.project.ProjectFolder;

/// Notices that files of a project change, whoever changes them. Several changes at once, as of a `git pull`, are
/// reported once, when it has been quiet for a moment.
final class DiskWatch implements AutoCloseable {
    private static final List<String> FOLDERS = List.of(ProjectFolder.FLOWS, ProjectFolder.TESTS, "prompts");
    private static final long QUIET_MILLIS = 200;
    private static final int LONGEST_WAIT = 10;

    private final Path root;
    private final Runnable changed;
    private final WatchService watch;
    private final Thread thread;

    /// @param changed run on the watch's thread
    /// @throws IOException where the system cannot watch
    DiskWatch(Path root, Runnable changed) throws IOException {
        this.root = root;
        this.changed = changed;
        this.watch = root.getFileSystem().newWatchService();
        registerAll();
        this.thread = Thread.ofPlatform().name("ivrea-watch").daemon().start(this::run);
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = watch.take();
                for (int waited = 0; key != null && waited < LONGEST_WAIT; waited++) {
                    key.pollEvents();
                    key.reset();
                    key = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
                }
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
                registerAll();
                changed.run();
            }
        } catch (InterruptedException | ClosedWatchServiceException _) {
            return;
        }
    }

    /// Folders that appeared meanwhile, too; registering one again changes nothing.
    private void registerAll() {
        register(root);
        for (String name : FOLDERS) {
            Path folder = root.resolve(name);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try {
                Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                        if (inner.getFileName().toString().startsWith(".")) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        register(inner);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path inner, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException _) {
                // A folder that went away while it was looked at; its parent is watched.
                continue;
            }
        }
    }

    private void register(Path folder) {
        try {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
        } catch (IOException _) {
            // It went away, or the system watches no more folders: then a look when the window is entered must do.
            return;
        }
    }

    /// A value that changes when any file in the folders of tests and prompts does.
    static long stamp(Path root) {
        long stamp = 17;
        for (String name : List.of(ProjectFolder.TESTS, "prompts")) {
            try (Stream<Path> files = Files.walk(root.resolve(name), 16)) {
                for (Path file : files.limit(ProjectFolder.MAX_FILES).sorted().toList()) {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    if (attributes.isRegularFile()) {
                        stamp = stamp * 31 + file.toString().hashCode();
                        stamp = stamp * 31 + attributes.lastModifiedTime().toMillis();
                        stamp = stamp * 31 + attributes.size();
                    }
                }
            } catch (IOException | java.io.UncheckedIOException _) {
                // No such folder, or one that is changing right now; the next change is seen again.
                stamp = stamp * 31 + 1;
            }
        }
        return stamp;
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (IOException _) {
            // There is nothing to save.
            thread.interrupt();
        }
        thread.interrupt();
    }
}
