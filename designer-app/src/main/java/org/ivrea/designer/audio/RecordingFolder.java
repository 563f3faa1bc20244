package org.ivrea.designer.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The recordings of a project in one language: the files in `prompts/<language>/`. Touches the disk.
///
/// @param folder of the language; need not be there
public record RecordingFolder(Path folder) {
    private static final int DEEPEST = 8;

    public static RecordingFolder of(Path project, String language) {
        return new RecordingFolder(project.resolve("prompts").resolve(language));
    }

    /// The names of the recordings, as flows have them: relative, with `/`.
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            files.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".wav")
                    && !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file))
                    .forEach(file -> names.add(folder.relativize(file).toString().replace('\\', '/')));
        } catch (IOException | java.io.UncheckedIOException _) {
            // What cannot be read is shown as missing.
        }
        return names;
    }

    /// Where a recording is, or would be.
    ///
    /// @throws SoundFailure when the name leads out of the folder or is none
    public Path path(String name) throws SoundFailure {
        try {
            Path path = folder.resolve(name).normalize();
            if (!name.isBlank() && path.startsWith(folder.normalize()) && !path.equals(folder.normalize())) {
                return path;
            }
        } catch (java.nio.file.InvalidPathException _) {
            // Said below.
        }
        throw new SoundFailure("\"" + name + "\" cannot be the name of a recording; choose one such as welcome.wav");
    }
}
