package org.ivrea.designer.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.flow.problem.Problem;

/// Reads files that are damaged, to show them.
final class BrokenFiles {
    private static final int MOST_BYTES = 1_000_000;

    private BrokenFiles() {}

    /// The file with as much of its text as can be shown: bytes that are no UTF-8 are replaced, and a huge file is cut
    /// off. A link that leads out of the project is not followed.
    static BrokenFile read(Path folder, String file, List<Problem> problems) {
        return new BrokenFile(file, problems, text(folder, folder.resolve(file)));
    }

    private static String text(Path folder, Path path) {
        try {
            if (!path.toRealPath().startsWith(folder.toRealPath()) || !Files.isRegularFile(path)) {
                return "";
            }
            try (InputStream in = Files.newInputStream(path)) {
                return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            }
        } catch (IOException _) {
            // What is wrong is among the problems already; there is only nothing to show.
            return "";
        }
    }
}
