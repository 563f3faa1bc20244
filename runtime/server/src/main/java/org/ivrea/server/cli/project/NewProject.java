package org.ivrea.server.cli.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.project.ProjectCodec;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.server.cli.console.CliFailure;

/// Makes projects from the template.
public final class NewProject {
    /// The template's files. The settings come last: while they are missing, the folder is no project.
    static final List<String> FILES = List.of("flows/front-desk.flow.json", "tests/closed.call", "tests/holiday.call",
            "tests/leave-a-message.call", "tests/no-answer-from-caller.call", "tests/nobody-answers.call",
            "tests/talk-to-the-office.call", "tests/wrong-keys.call", ProjectFolder.SETTINGS);

    private NewProject() {}

    /// Makes a project in a folder that does not exist or is empty.
    ///
    /// @param name free text
    /// @throws CliFailure when the folder holds something or cannot be written
    public static void create(Path folder, String name) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CliFailure(folder + " is a file; choose another name for the new project");
        }
        try {
            if (Files.isDirectory(folder) && !isEmpty(folder)) {
                throw new CliFailure("The folder " + folder + " is not empty, so nothing was written; choose another "
                        + "name for the new project");
            }
            for (String file : FILES) {
                Path target = folder.resolve(file);
                Files.createDirectories(target.toAbsolutePath().getParent());
                byte[] content = file.equals(ProjectFolder.SETTINGS) ? settings(name) : template(file);
                Files.write(target, content, StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException e) {
            throw new CliFailure("The project " + folder + " cannot be written: " + Reason.of(e), e);
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
        try (InputStream in = NewProject.class.getResourceAsStream("template/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the template has no file " + file);
            }
            return in.readAllBytes();
        }
    }
}
