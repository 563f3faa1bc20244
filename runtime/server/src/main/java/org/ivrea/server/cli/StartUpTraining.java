package org.ivrea.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.server.cli.console.Console;

/// Runs the commands whose start-up time matters while the build records a cache for it (JEP 483, JEP 514).
final class StartUpTraining {
    private StartUpTraining() {}

    /// @param arguments a folder of projects to train with
    public static void main(String[] arguments) throws IOException {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var console = new Console(InputStream.nullInputStream(), nowhere, nowhere, false, Map.of());
        Ivrea.run(console, "--help");
        try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
            List<Path> projects = folders.filter(folder -> Files.exists(folder.resolve(ProjectFolder.SETTINGS)))
                    .sorted().toList();
            for (Path project : projects) {
                for (String command : List.of("check", "format --check", "test --json")) {
                    Ivrea.run(console, (command + " " + project).split(" ", -1));
                }
            }
        }
    }
}
