package org.ivrea.deploy.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// What is done to a folder with all that is in it. Links are never followed.
final class Trees {
    private final Disk disk;

    Trees(Disk disk) {
        this.disk = disk;
    }

    /// Makes everything below the folder survive a power cut.
    void force(Path folder) throws IOException {
        each(folder, disk::force);
    }

    /// Deletes the folder; none is fine, too.
    void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            each(folder, disk::delete);
        }
    }

    /// What is in a folder before the folder itself.
    private static void each(Path folder, Step step) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                step.take(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                step.take(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private interface Step {
        void take(Path path) throws IOException;
    }
}
