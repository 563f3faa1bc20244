package org.ivrea.flow.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ivrea.flow.codec.ProblemCodes;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The files of a project's folder: hidden ones are passed over, links that lead out are refused, and there is a cap
/// on their number. What cannot be read becomes a problem.
final class ProjectFiles {
    private final Path root;
    private final int maxFiles;
    private final Consumer<Problem> problems;
    private int count;

    ProjectFiles(Path root, int maxFiles, Consumer<Problem> problems) {
        this.root = root;
        this.maxFiles = maxFiles;
        this.problems = problems;
    }

    /// The files in a folder of the project, sorted; none when there is no such folder.
    List<Path> list(String folder, int depth) {
        Path start = root.resolve(folder);
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(start)) {
            return files;
        }
        try {
            if (!isInside(start)) {
                report(ProblemCodes.FILE_OUTSIDE, start, "This folder is a symbolic link that leads out of the "
                        + "project; it is passed over. Copy the files into the project");
                return files;
            }
            Files.walkFileTree(start.toRealPath(), Set.of(), depth,
                    new Collector(start, files));
        } catch (IOException e) {
            report(ProblemCodes.FILE_UNREADABLE, start, "This folder cannot be read: " + IoReason.of(e));
        }
        files.sort(null);
        return files;
    }

    /// The bytes of a file, at most one more than `maxBytes`; `null`, with a problem, when it cannot be read.
    byte @Nullable [] read(Path file, int maxBytes) {
        try {
            if (!isInside(file)) {
                report(ProblemCodes.FILE_OUTSIDE, file, "This is a symbolic link that leads out of the project; it is "
                        + "not read. Copy the file into the project");
                return null;
            }
            if (!Files.isRegularFile(file)) {
                report(ProblemCodes.FILE_UNREADABLE, file, "This is not a regular file; remove or replace it");
                return null;
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(maxBytes == Integer.MAX_VALUE ? maxBytes : maxBytes + 1);
            }
        } catch (IOException e) {
            report(ProblemCodes.FILE_UNREADABLE, file, "This file cannot be read: " + IoReason.of(e));
            return null;
        }
    }

    void report(String code, Path file, String message) {
        problems.accept(Problem.error(code, JsonPointer.ROOT, message).withFile(nameOf(file)));
    }

    /// The name in messages: relative to the project, with `/`.
    String nameOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private boolean isInside(Path file) throws IOException {
        return file.toRealPath().startsWith(root.toRealPath());
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final Path start;
        private final Path realStart;
        private final List<Path> files;

        Collector(Path start, List<Path> files) throws IOException {
            this.start = start;
            this.realStart = start.toRealPath();
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) && !folder.equals(realStart)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file) || attributes.isDirectory()) {
                return FileVisitResult.CONTINUE;
            }
            if (++count > maxFiles) {
                report(ProblemCodes.FILE_COUNT, start,
                        "The project holds more than the " + maxFiles
                                + " files allowed; the others are passed over");
                return FileVisitResult.TERMINATE;
            }
            files.add(start.resolve(realStart.relativize(file)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            Path shown = start.resolve(realStart.relativize(file));
            report(ProblemCodes.FILE_UNREADABLE, shown, "This cannot be read: " + IoReason.of(failure));
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path file) {
            return file.getFileName().toString().startsWith(".");
        }
    }
}
