package org.ivrea.designer.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.pack.PackageReader;
import org.ivrea.flow.pack.PackageRefused;

/// Makes a project folder of a package, so that a person can look at it and work on.
final class Unpacking {
    private Unpacking() {}

    /// @param target does not exist yet
    /// @return the target
    /// @throws IOException when it cannot be; then the target is not there either
    static Path into(Path target, Path file) throws IOException {
        Files.createDirectories(target);
        try {
            PackageReader.unpack(file, PackageLimits.DEFAULT, target);
            return target;
        } catch (PackageRefused e) {
            delete(target);
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
