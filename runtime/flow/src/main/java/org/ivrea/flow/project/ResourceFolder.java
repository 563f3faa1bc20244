package org.ivrea.flow.project;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder on the class path, in a jar or on the disk.
final class ResourceFolder {
    private ResourceFolder() {}

    interface Use<T> {
        T of(Path folder) throws IOException;
    }

    /// @return empty when there is no such folder
    static <T> Optional<T> use(String name, Use<T> use) throws IOException {
        URL place = ResourceFolder.class.getClassLoader().getResource(name);
        if (place == null) {
            return Optional.empty();
        }
        try {
            if (place.openConnection() instanceof JarURLConnection jar) {
                // Of its own, so that who else has the jar open, or closes it, does not matter.
                try (FileSystem inside = FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                    return Optional.of(use.of(inside.getPath("/" + name)));
                }
            }
            return Optional.of(use.of(Path.of(place.toURI())));
        } catch (URISyntaxException e) {
            throw new IOException("the class path names no file: " + place, e);
        }
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /// All files below the folder.
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// The last name of a path; folders in a jar may end with a slash.
    static String name(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
