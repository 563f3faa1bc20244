package org.ivrea.flow.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.ivrea.flow.json.JsonLimits;

/// The project that new ones begin with: a small front desk that works, with call scripts.
public final class ProjectTemplate {
    /// Its files. The settings come last: while they are missing, the folder is no project.
    static final List<String> FILES = List.of("flows/front-desk.flow.json", "tests/closed.call", "tests/holiday.call",
            "tests/leave-a-message.call", "tests/no-answer-from-caller.call", "tests/nobody-answers.call",
            "tests/talk-to-the-office.call", "tests/wrong-keys.call", ProjectFolder.SETTINGS);

    private ProjectTemplate() {}

    /// Makes a project in a folder that does not exist or is empty.
    ///
    /// @param name free text
    /// @throws IOException when the folder holds something or cannot be written; its message is for people
    public static void create(Path folder, String name) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is a file; choose another name for the new project");
        }
        try {
            if (Files.isDirectory(folder) && !isEmpty(folder)) {
                throw new DirectoryNotEmptyException(folder.toString());
            }
            for (String file : FILES) {
                Path target = folder.resolve(file);
                Files.createDirectories(target.toAbsolutePath().getParent());
                byte[] content = file.equals(ProjectFolder.SETTINGS) ? settings(name) : template(file);
                Files.write(target, content, StandardOpenOption.CREATE_NEW);
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

    private static byte[] settings(String name) throws IOException {
        ProjectDocument settings = ProjectCodec.read(template(ProjectFolder.SETTINGS), ProjectFolder.SETTINGS,
                JsonLimits.DEFAULT).orThrow();
        return ProjectCodec.write(settings.withName(name));
    }

    private static byte[] template(String file) throws IOException {
        try (InputStream in = ProjectTemplate.class.getResourceAsStream("template/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the template has no file " + file);
            }
            return in.readAllBytes();
        }
    }
}
