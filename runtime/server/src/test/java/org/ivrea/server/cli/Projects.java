package org.ivrea.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.flow.project.ProjectTemplate;

/// Projects to try commands on.
final class Projects {
    static final String FLOW = "flows/front-desk.flow.json";

    private Projects() {}

    /// The template's project, in a folder of its own.
    static Path good(Path parent) {
        Path folder = parent.resolve("desk");
        try {
            ProjectTemplate.named(ProjectTemplate.USUAL).orElseThrow().create(folder, "Desk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /// The template's project with one thing changed.
    static Path changed(Path parent, String file, String from, String to) {
        Path folder = good(parent);
        change(folder, file, from, to);
        return folder;
    }

    static void change(Path folder, String file, String from, String to) {
        String before = read(folder, file);
        if (!before.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        write(folder, file, before.replace(from, to));
    }

    static String read(Path folder, String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path folder, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
