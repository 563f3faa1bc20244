package org.ivrea.designer.welcome;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.project.ProjectCodec;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;

/// The sample projects on the class path. They are copied before they are opened: a sample stays as it is.
public final class Samples {
    private static final String FOLDER = "org/ivrea/samples";

    /// Read once, by whoever asks first: they stay as they are while the program runs.
    private static final FutureTask<List<Sample>> ALL = new FutureTask<>(Samples::read);

    private Samples() {}

    /// Reads them, so that who asks for them later need not wait.
    public static void prepare() {
        ALL.run();
    }

    /// All samples, by name. None where the samples are not on the class path.
    public static List<Sample> all() throws IOException {
        ALL.run();
        try {
            return ALL.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading the samples was interrupted");
        }
    }

    private static List<Sample> read() throws IOException {
        URL place = Samples.class.getClassLoader().getResource(FOLDER);
        if (place == null) {
            return List.of();
        }
        return with(place, root -> {
            List<Sample> samples = new ArrayList<>();
            try (Stream<Path> folders = Files.list(root)) {
                for (Path folder : folders.toList()) {
                    Path settings = folder.resolve(ProjectFolder.SETTINGS);
                    if (Files.exists(settings)) {
                        samples.add(sample(name(folder), Files.readAllBytes(settings)));
                    }
                }
            }
            samples.sort(Comparator.comparing(Sample::title));
            return samples;
        });
    }

    private static Sample sample(String name, byte[] settings) throws IOException {
        ProjectDocument project = ProjectCodec.read(settings, ProjectFolder.SETTINGS, JsonLimits.DEFAULT).orThrow();
        String description = project.description();
        return new Sample(name, project.name(), description == null ? "" : description, project.languages());
    }

    /// Copies a sample into a folder of its own.
    ///
    /// @param target must not exist
    /// @throws FileAlreadyExistsException when it does
    public static void copy(String name, Path target) throws IOException {
        URL place = Samples.class.getClassLoader().getResource(FOLDER);
        if (place == null) {
            throw new IOException("there are no samples here");
        }
        with(place, root -> {
            Path source = root.resolve(name);
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.createDirectory(target);
            List<Path> files;
            try (Stream<Path> all = Files.walk(source)) {
                files = all.filter(Files::isRegularFile)
                        // The settings come last: while they are missing, the folder is no project.
                        .sorted(Comparator.comparing((Path file) -> file.endsWith(ProjectFolder.SETTINGS)))
                        .toList();
            }
            for (Path file : files) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
            return target;
        });
    }

    private interface Use<T> {
        T of(Path root) throws IOException;
    }

    private static <T> T with(URL place, Use<T> use) throws IOException {
        try {
            URI uri = place.toURI();
            if (!uri.getScheme().equals("jar")) {
                return use.of(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return use.of(jar.getPath("/" + FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IOException("the samples cannot be found", e);
        }
    }

    private static String name(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
