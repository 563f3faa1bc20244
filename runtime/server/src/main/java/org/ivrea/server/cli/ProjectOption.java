package org.ivrea.server.cli;

import java.nio.file.Path;
import org.ivrea.server.cli.project.OpenProject;
import picocli.CommandLine.Parameters;

/// The project that a command is about.
final class ProjectOption {
    @Parameters(index = "0", arity = "0..1", paramLabel = "PROJECT", defaultValue = ".", description = "The project's folder (default: the current one).") private Path project;

    OpenProject open() {
        return OpenProject.open(project);
    }
}
