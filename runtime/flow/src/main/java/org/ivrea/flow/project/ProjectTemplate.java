package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ivrea.flow.json.JsonLimits;

/// What a new project can begin with: the templates of this module, and the sample projects where those are on the class
/// path. Each is a whole project that works, with call scripts, and is copied.
///
/// @param name      for the command line, and of its folder
/// @param title     for people
/// @param languages that it speaks
/// @param isSample  false for the templates of this module
public record ProjectTemplate(String name, String title, String description, List<String> languages, boolean isSample) {
    /// The name of what is taken where nobody chose.
    public static final String USUAL = "front-desk";

    private static final List<String> OWN = List.of("empty", USUAL);
    private static final String OWN_FOLDER = "org/ivrea/flow/project/templates";
    private static final String SAMPLES_FOLDER = "org/ivrea/samples";

    public ProjectTemplate {
        languages = List.copyOf(languages);
    }

    /// All, the smallest first; the samples by title.
    public static List<ProjectTemplate> all() throws IOException {
        List<ProjectTemplate> all = new ArrayList<>(ResourceFolder.use(OWN_FOLDER, root -> {
            List<ProjectTemplate> own = new ArrayList<>();
            for (String name : OWN) {
                own.add(read(root.resolve(name), name, false));
            }
            return own;
        }).orElseThrow(() -> new IllegalStateException("the templates are not on the class path")));
        all.addAll(samples());
        return all;
    }

    /// The sample projects, by title. None where they are not on the class path.
    public static List<ProjectTemplate> samples() throws IOException {
        return ResourceFolder.use(SAMPLES_FOLDER, root -> {
            List<ProjectTemplate> samples = new ArrayList<>();
            for (Path folder : ResourceFolder.list(root)) {
                if (Files.exists(folder.resolve(ProjectFolder.SETTINGS))) {
                    samples.add(read(folder, ResourceFolder.name(folder), true));
                }
            }
            samples.sort(Comparator.comparing(ProjectTemplate::title));
            return samples;
        }).orElse(List.of());
    }

    public static Optional<ProjectTemplate> named(String name) throws IOException {
        return all().stream().filter(template -> template.name().equals(name)).findFirst();
    }

    private static ProjectTemplate read(Path folder, String name, boolean isSample) throws IOException {
        ProjectDocument settings = settings(folder);
        String description = settings.description();
        return new ProjectTemplate(name, settings.name(), description == null ? "" : description,
                settings.languages(), isSample);
    }

    private static ProjectDocument settings(Path folder) throws IOException {
        return ProjectCodec.read(Files.readAllBytes(folder.resolve(ProjectFolder.SETTINGS)), ProjectFolder.SETTINGS,
                JsonLimits.DEFAULT).orThrow();
    }

    /// The same under the template's own title.
    public void create(Path folder) throws IOException {
        create(folder, title);
    }

    /// Makes a project in a folder that does not exist or is empty.
    ///
    /// @param projectName free text
    /// @throws IOException when the folder holds something or cannot be written; its message is for people
    public void create(Path folder, String projectName) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is a file; choose another name for the new project");
        }
        try {
            if (Files.isDirectory(folder) && !isEmpty(folder)) {
                throw new DirectoryNotEmptyException(folder.toString());
            }
            String source = (isSample ? SAMPLES_FOLDER : OWN_FOLDER) + "/" + name;
            if (ResourceFolder.use(source, from -> copy(from, folder, projectName)).isEmpty()) {
                throw new IllegalStateException("there is no " + source + " on the class path");
            }
        } catch (DirectoryNotEmptyException e) {
            throw new IOException("The folder " + folder + " is not empty, so nothing was written; choose another "
                    + "name for the new project", e);
        } catch (IOException e) {
            throw new IOException("The project " + folder + " cannot be written: " + IoReason.of(e), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static Path copy(Path source, Path folder, String projectName) throws IOException {
        for (Path file : ResourceFolder.files(source)) {
            String name = source.relativize(file).toString();
            if (!name.equals(ProjectFolder.SETTINGS)) {
                write(folder.resolve(name), Files.readAllBytes(file));
            }
        }
        // The settings come last: while they are missing, the folder is no project.
        write(folder.resolve(ProjectFolder.SETTINGS), ProjectCodec.write(settings(source).withName(projectName)));
        return folder;
    }

    private static void write(Path target, byte[] content) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.write(target, content, StandardOpenOption.CREATE_NEW);
    }
}
